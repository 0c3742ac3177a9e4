package ro.parcurs.crm.adapter.postgres;

/** The settings of a transaction that lists change. */
record PlanRow(
    String cacheMode, String pageCost, String hashJoin, String mergeJoin, String similarity) {}
