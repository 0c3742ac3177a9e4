/** Drawing up, signing and reading contracts. */
@NullMarked
package ro.parcurs.crm.contract.usecase;

import org.jspecify.annotations.NullMarked;
