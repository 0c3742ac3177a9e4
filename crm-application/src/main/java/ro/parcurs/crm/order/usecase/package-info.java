/** Client orders, and what the ERP reports of their invoices and payments. */
@NullMarked
package ro.parcurs.crm.order.usecase;

import org.jspecify.annotations.NullMarked;
