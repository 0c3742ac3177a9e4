-- What lists of documents ask for when it is rare.

alter table client_order
  -- whether something of its issued invoices is not paid; written with every report of the ERP
  add column unpaid boolean not null default false;

update client_order
set unpaid = true
where exists (
  select 1
  from invoice
  where invoice.client_order = client_order.id and invoice.stage = 'ISSUED'
    and invoice.amount > coalesce(
      (
        select sum(payment.amount)
        from payment
        where payment.client_order = invoice.client_order and payment.invoice = invoice.id
          and not payment.cancelled
      ),
      0
    )
);

create index client_order_unpaid on client_order (placed_on, id) where unpaid;
create index evaluation_sheet_in_state on evaluation_sheet (state, position);
create index offer_in_state on offer (state, drafted_at, revision, id);
create index offer_live_until on offer (valid_until)
where state in ('DRAFT', 'SUBMITTED', 'APPROVED', 'FINALISED', 'SENT');
