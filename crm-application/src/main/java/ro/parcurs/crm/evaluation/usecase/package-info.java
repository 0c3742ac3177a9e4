/**
 * What can be done with evaluation sheets (spec section 6). Start reading with {@link
 * ro.parcurs.crm.evaluation.usecase.SheetUseCases}.
 */
@NullMarked
package ro.parcurs.crm.evaluation.usecase;

import org.jspecify.annotations.NullMarked;
