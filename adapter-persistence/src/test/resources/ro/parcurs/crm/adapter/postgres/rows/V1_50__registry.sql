insert into registry_snapshot
  (lead, answered_at, company)
values
  ('00000000-0000-7000-8000-000000000004', '2026-11-24 10:00:00Z',
   '{"cui": {"digits": "10000008"}, "name": "ȘOIMUL SRL",
     "seat": {"county": "CJ", "locality": "Mun. Cluj-Napoca", "street": "Str. Lungă, nr. 1",
       "postalCode": {"digits": "400001"}},
     "fiscalDomicile": {"county": null, "locality": null, "street": null, "postalCode": null},
     "tradeRegisterNumber": "J2012002622359",
     "vat": {"state": "PAYER", "since": "2012-11-01", "onCollection": false},
     "status": {"state": "ACTIVE", "since": "2012-10-05"},
     "caen": {"digits": "0119"}, "iban": "RO49AAAA1B31007593840000", "phone": "+40264123456",
     "registration": {"on": "2012-10-05", "legalForm": "SRL", "naturalPerson": false,
       "eInvoicing": true},
     "omitted": ["POSTAL_CODE"], "answeredAt": "2026-11-24T10:00:00Z"}');

insert into registry_refresh
  (id, version, state, total, done, changed, failed, cursor_lead, busy_until, started_by,
   started_by_name, started_at)
values
  ('00000000-0000-7000-8000-000000050001', '3', 'RUNNING', '2', '1', '1', '0',
   '00000000-0000-7000-8000-000000000004', '2026-11-25 09:05:00Z', 'maria', 'Maria Ștefan',
   '2026-11-25 09:00:00Z');
