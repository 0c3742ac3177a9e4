/**
 * Company data by fiscal code, from the tax authority's public service or from a file in the form
 * of the national open data; adapts the port {@code CompanyRegistry} of the application (spec
 * section 3, Preia). {@link ro.parcurs.crm.adapter.registry.RegistryAdapter} is what others see of
 * it.
 */
@NullMarked
package ro.parcurs.crm.adapter.registry;

import org.jspecify.annotations.NullMarked;
