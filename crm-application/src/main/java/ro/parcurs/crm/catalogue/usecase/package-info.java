/**
 * What can be done with the catalogue: items, recipes, VAT rates (spec section 5). Start reading
 * with {@link ro.parcurs.crm.catalogue.usecase.CatalogueUseCases}.
 */
@NullMarked
package ro.parcurs.crm.catalogue.usecase;

import org.jspecify.annotations.NullMarked;
