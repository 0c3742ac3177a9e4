/**
 * What can be done with leads, their people and sites; the lists of them; who may open which. Begin
 * with {@link ro.parcurs.crm.lead.usecase.LeadUseCases}.
 */
@NullMarked
package ro.parcurs.crm.lead.usecase;

import org.jspecify.annotations.NullMarked;
