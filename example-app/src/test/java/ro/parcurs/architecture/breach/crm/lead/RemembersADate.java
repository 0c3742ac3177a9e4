package ro.parcurs.architecture.breach.crm.lead;

import java.util.Date;

@SuppressWarnings("JavaUtilDate")
record RemembersADate(Date date) {}
