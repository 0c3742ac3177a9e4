-- What lists of leads ask for stands in the lead's own row, so that each of their orders can be
-- read from an index, from where the page before ended, for as long as the page is.

alter table lead
  -- the open responsibility; written by whoever writes that, in the same transaction
  add column step text check (
    step in ('PROSPECT_CONTACT', 'MEETING_EVALUATION', 'OFFER_NEGOTIATION', 'CONTRACTING')
  ),
  add column assignee text,
  add column deadline timestamptz,
  -- whether the lead has ever had a pursuit; only such leads have documents
  add column pursued boolean not null default false,
  -- to whom LeadScope shows the lead: its owner; everybody, that is '', while nobody owns it and
  -- it is inactive; an assignee besides these
  add column shown_to text generated always as (
    coalesce(owner, case state when 'INACTIVE' then '' end)
  ) stored,
  add column also_shown_to text generated always as (
    case when owner is distinct from assignee and not (owner is null and state = 'INACTIVE')
      then assignee
    end
  ) stored,
  add constraint lead_task_whole check (num_nulls(step, assignee, deadline) in (0, 3));

update lead
set step = task.step, assignee = task.assignee, deadline = task.deadline
from responsibility task
where task.lead = lead.id and task.state = 'OPEN';

update lead
set pursued = true
where exists (select 1 from pursuit where pursuit.lead = lead.id);

-- The orders of all leads; by name, priority, addition and change there are some already.
create index lead_by_deadline on lead (deadline, id) where deadline is not null;

-- The orders of the leads shown to somebody, also of those of an owner.
drop index lead_by_owner;
create index lead_shown_by_name on lead (shown_to, name_key, id);
create index lead_shown_by_priority on lead (shown_to, priority_rank, id);
create index lead_shown_by_addition on lead (shown_to, added_at, id);
create index lead_shown_by_change on lead (shown_to, changed_at, id);
create index lead_shown_by_deadline on lead (shown_to, deadline, id) where deadline is not null;
create index lead_shown_undated on lead (shown_to, id) where deadline is null;

-- Only active leads have an open responsibility, and few that everybody may see were pursued;
-- without this, plans take the contrary for frequent.
create statistics lead_step_by_state (mcv) on state, step from lead;
create statistics lead_pursued_by_owner (mcv) on shown_to, pursued from lead;

-- Nobody has more open responsibilities than can be sorted at once.
create index lead_also_shown on lead (also_shown_to) where also_shown_to is not null;

-- What filters ask for when it is rare; what is frequent is met soon along any order.
create index lead_in_state on lead (state) where state <> 'INACTIVE';
create index lead_at_step on lead (step) where step is not null;
create index lead_in_county on lead (county);
create index lead_from_source on lead (source) where source is not null;
create index lead_pursued on lead (shown_to) where pursued;
create index lead_tagged on lead using gin (tags);
