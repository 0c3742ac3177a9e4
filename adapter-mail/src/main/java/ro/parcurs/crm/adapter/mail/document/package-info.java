/** Offers as PDF; adapts the port {@code OfferDocuments} of the application (spec section 7). */
@NullMarked
package ro.parcurs.crm.adapter.mail.document;

import org.jspecify.annotations.NullMarked;
