-- {leads} leads as a company of fifty salespeople might have them: most were imported and nobody
-- has looked at them yet. Everything follows from the number of the lead, so it is always the same.

create temporary table made as
select
  i,
  case when state_of < 80 then 'INACTIVE' when state_of < 90 then 'ACTIVE'
    when state_of < 95 then 'CONTRACTED' else 'REFUSED' end as state,
  (hashint8extended(i, 1) & 2147483647)::int as a,
  (hashint8extended(i, 2) & 2147483647)::int as b,
  (hashint8extended(i, 3) & 2147483647)::int as c,
  (hashint8extended(i, 4) & 2147483647)::int as d,
  (hashint8extended(i, 5) & 2147483647)::int as e
from (
  select i, (hashint8extended(i, 0) & 2147483647) % 100 as state_of
  from generate_series(1, {leads}) i
) numbered;

create temporary table named as
select
  i, state, a, b, c, d, e,
  ('0' || lpad(to_hex(i), 31, '0'))::uuid as id,
  (10000000 + i)::text as cui,
  (
    '{Agro,Alimentara,Auto,Beton,Casa,Constructii,Consult,Credit,Electro,Eco,Energo,Farma,Ferma,Foto,Grup,Imobil,Impex,Instal,Legume,Lemn,Logistic,Media,Metal,Mobila,Moda,Morarit,Nord,Panificatie,Papetarie,Promo,Sanitar,Service,Servicii,Soft,Sport,Sud,Team,Textil,Transport,Turism}'::text[]
  )[1 + a % 40] || ' ' || initcap(
    syllable[1 + b % 50] || syllable[1 + b / 50 % 50] || syllable[1 + b / 2500 % 50]
      || syllable[1 + b / 125000 % 50]
  ) || case when c % 20 = 0 then ' SA' else ' SRL' end as name,
  (
    '{Ion,Ana,Maria,Vasile,Elena,Gheorghe,Ioana,Mihai,Dan,Radu,Alina,Irina,Sorin,Cristian,Doina,Paul,Lucia,Victor,Anca,Petru}'::text[]
  )[1 + d % 20] || ' ' || (
    '{Popescu,Ionescu,Popa,Radu,Dumitru,Stan,Stoica,Gheorghe,Matei,Ciobanu,Rusu,Munteanu,Muresan,Marin,Tudor,Dobre,Barbu,Nistor,Florea,Lungu}'::text[]
  )[1 + d / 20 % 20] as person,
  (700000000 + c % 100000000)::text as phone,
  case when state = 'INACTIVE' and e % 10 < 7 and e % 50 <> 1 or e % 200 = 11 then null
    else 'agent-' || a / 40 % 50 end as owner,
  'agent-' || case when d / 400 % 5 = 0 then d / 2000 % 50 else a / 40 % 50 end as assignee,
  (
    '{PROSPECT_CONTACT,PROSPECT_CONTACT,MEETING_EVALUATION,OFFER_NEGOTIATION,CONTRACTING}'::text[]
  )[1 + e / 10 % 5] as step,
  timestamptz '{now}' + (e % 5184000 - 2592000) * interval '1 second' as deadline,
  timestamptz '2024-01-01T00:00:00Z' + (d % 80000000) * interval '1 second' as added,
  state <> 'INACTIVE' or e % 50 = 1 as pursued
from made
  cross join (
    select
      '{ba,be,bi,bo,bu,ca,ce,ci,co,cu,da,de,di,do,du,la,le,li,lo,lu,ma,me,mi,mo,mu,na,ne,ni,no,nu,ra,re,ri,ro,ru,sa,se,si,so,su,ta,te,ti,to,tu,va,ve,vi,vo,vu}'::text[] as syllable
  ) constants;

insert into lead
  (id, version, cui, name, county, locality, phone, source, priority, tags, owner, state,
   search_text, name_key, step, assignee, deadline, pursued, added_by, added_by_name, added_at,
   changed_by, changed_by_name, changed_at)
select
  id, 1, cui, name,
  case when c % 5 = 0 then 'B' else (
    '{AB,AR,AG,BC,BH,BN,BT,BV,BR,BZ,CS,CL,CJ,CT,CV,DB,DJ,GL,GR,GJ,HR,HD,IL,IS,IF,MM,MH,MS,NT,OT,PH,SM,SJ,SB,SV,TR,TM,TL,VS,VL,VN,B}'::text[]
  )[1 + c / 5 % 42] end,
  'Localitate', '+40' || phone,
  case when a % 2000 = 41 then 'Ziar' when a % 10 < 6 then (
    '{Site,Târg,Recomandare,Telefon,Reclamă}'::text[]
  )[1 + b % 5] end,
  case when b % 100 < 10 then 'LOW' when b % 100 < 80 then 'NORMAL' when b % 100 < 95 then 'HIGH'
    else 'URGENT' end,
  case when c % 500 = 7 then '{agricol}' when c % 20 = 3 then '{vest}' else '{}' end::text[],
  owner, state,
  lower(name) || ' ro' || cui || ' ' || lower(person) || ' ' || '0' || phone || ' 40' || phone,
  lower(name),
  case when state = 'ACTIVE' then step end,
  case when state = 'ACTIVE' then assignee end,
  case when state = 'ACTIVE' then deadline end,
  pursued, 'ana', 'Ana', added, 'ana', 'Ana', added + (b % 10000000) * interval '1 second'
from named;

insert into contact_person (id, lead, position, name, phones, emails, is_primary)
select ('1' || lpad(to_hex(i), 31, '0'))::uuid, id, 0, person, array['+40' || phone], '{}', true
from named;

insert into pursuit
  (id, lead, number, state, begun_by, begun_by_name, begun_at, version, changed_by,
   changed_by_name, changed_at, refusal_text)
select
  ('2' || lpad(to_hex(i), 31, '0'))::uuid, id, 1,
  case state when 'ACTIVE' then 'RUNNING' when 'INACTIVE' then 'GIVEN_UP' else state end,
  'ana', 'Ana', added, 1, 'ana', 'Ana', added, case when state = 'REFUSED' then 'nu' end
from named
where pursued;

insert into responsibility
  (id, lead, pursuit, step, state, assignee, deadline, outcome, closure, ended_by, ended_by_name,
   ended_at, opened_by, opened_by_name, opened_at, version, changed_by, changed_by_name, changed_at)
select
  ('3' || lpad(to_hex(i * 4 + turn), 31, '0'))::uuid, id, ('2' || lpad(to_hex(i), 31, '0'))::uuid,
  case when turn = 1 then step else 'PROSPECT_CONTACT' end,
  case when open then 'OPEN' else 'CLOSED' end, assignee, deadline,
  case when not open then 'POSTPONED' end, case when not open then '{}'::jsonb end,
  case when not open then 'ana' end, case when not open then 'Ana' end,
  case when not open then added end, 'ana', 'Ana', added, 1, 'ana', 'Ana', added
from named
  cross join generate_series(1, 3) turn
  cross join lateral (select state = 'ACTIVE' and turn = 1 as open) now
where pursued;

insert into evaluation_sheet
  (id, lead, pursuit, responsibility, number, state, currency, explosion, added_by, added_by_name,
   added_at, version, changed_by, changed_by_name, changed_at)
select
  ('4' || lpad(to_hex(i), 31, '0'))::uuid, id, ('2' || lpad(to_hex(i), 31, '0'))::uuid, ('3' || lpad(to_hex(i * 4 + 2), 31, '0'))::uuid,
  'FE-2026-' || lpad(i::text, 7, '0'), case when a % 100 = 0 then 'DRAFT' else 'DISCARDED' end,
  'RON', 'COMPONENTS', 'ana', 'Ana', added, 1, 'ana', 'Ana', added
from named
where pursued;

insert into offer
  (id, lead, pursuit, number, revision, state, valid_until, content, milestones, currency, net,
   gross, search_text, drafted_by, drafted_by_name, drafted_at, version, changed_by,
   changed_by_name, changed_at)
select
  ('5' || lpad(to_hex(i), 31, '0'))::uuid, id, ('2' || lpad(to_hex(i), 31, '0'))::uuid, 'OF-2026-' || lpad(i::text, 7, '0'), 1,
  case when b % 1000 = 0 then 'SUBMITTED' when state = 'ACTIVE' then 'SENT'
    when state = 'CONTRACTED' then 'ACCEPTED' else 'REFUSED' end,
  (timestamptz '{now}' + (d % 600 - 100) * interval '1 day')::date, '{}', '{}', 'RON', 100, 121,
  'of 2026 ' || lpad(i::text, 7, '0'), 'ana', 'Ana', added, 1, 'ana', 'Ana', added
from named
where pursued;

insert into contract
  (id, version, lead, pursuit, number, number_key, signed_on, starts_on, payment_term, added_by,
   added_by_name, added_at, changed_by, changed_by_name, changed_at)
select
  ('6' || lpad(to_hex(i), 31, '0'))::uuid, 1, id, ('2' || lpad(to_hex(i), 31, '0'))::uuid, 'C-' || i, 'c ' || i,
  added::date, added::date, 30, 'ana', 'Ana', added, 'ana', 'Ana', added
from named
where state = 'CONTRACTED';

insert into client_order
  (id, number, lead, pursuit, contract, offer, placed_on, currency, gross, totals, placed_by,
   placed_by_name, placed_at, unpaid)
select
  ('7' || lpad(to_hex(i), 31, '0'))::uuid, 'CC-2026-' || lpad(i::text, 7, '0'), id, ('2' || lpad(to_hex(i), 31, '0'))::uuid,
  ('6' || lpad(to_hex(i), 31, '0'))::uuid, ('5' || lpad(to_hex(i), 31, '0'))::uuid, added::date, 'RON', 121, '{}', 'ana',
  'Ana', added, e % 10 = 0
from named
where state = 'CONTRACTED';

insert into invoice
  (id, revision, client_order, number, stage, issued_on, due_on, amount, currency)
select
  'F' || i, 1, ('7' || lpad(to_hex(i), 31, '0'))::uuid, 'F' || i, 'ISSUED', added::date, added::date + 30, 121,
  'RON'
from named
where state = 'CONTRACTED';

insert into payment
  (id, revision, client_order, invoice, paid_on, amount, currency, cancelled)
select 'P' || i, 1, ('7' || lpad(to_hex(i), 31, '0'))::uuid, 'F' || i, added::date, 121, 'RON', false
from named
where state = 'CONTRACTED' and e % 10 <> 0;

insert into timeline
  (id, lead, pursuit, type, payload, changed_by, changed_by_name, changed_at, place, previous, hash)
select
  ('8' || lpad(to_hex(i * 4 + turn), 31, '0'))::uuid, id, null, 'LeadAdded', '{}', 'ana', 'Ana', added,
  turn, decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex')
from named
  cross join generate_series(1, 3) turn
where pursued;

drop table named, made;
