/**
 * The client order that a contract leads to, and its invoices and payments, known only by what the
 * embedding ERP reports (spec section 8).
 *
 * <p>The ERP tells a document as it stands, each time whole and with its own revision of it. Of
 * each document only the newest revision counts, so it does not matter in which order, or how many
 * times, the reports arrive. Statuses and figures are computed from these documents and the day on
 * which one asks; none is stored.
 */
package ro.parcurs.crm.order;
