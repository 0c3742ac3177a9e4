package ro.parcurs.crm.lead.usecase;

import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.pursuit.Deadline;
import ro.parcurs.crm.pursuit.Step;

/** The open responsibility of a lead, as lists of leads show it. */
public record OpenTask(Step step, UserId assignee, Deadline deadline) {}
