/** Constraints for command records; each delegates to the value that it stands for. */
@NullMarked
package ro.parcurs.crm.validation;

import org.jspecify.annotations.NullMarked;
