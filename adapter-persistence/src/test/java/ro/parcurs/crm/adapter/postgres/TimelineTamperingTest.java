package ro.parcurs.crm.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.change.Stamp;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.pursuit.PursuitId;
import ro.parcurs.crm.testkit.Proof;
import ro.parcurs.crm.timeline.PursuitChanged.LeadActivated;
import ro.parcurs.crm.timeline.TimelineEntry;
import ro.parcurs.crm.timeline.TimelineEntryId;
import ro.parcurs.crm.work.EventLog;
import ro.parcurs.crm.work.EventRecord;
import ro.parcurs.crm.work.Timeline;
import ro.parcurs.crm.work.TimelineChain;
import ro.parcurs.crm.work.TimelineChain.Break;
import ro.parcurs.crm.work.TimelineChain.Tampering;
import ro.parcurs.crm.work.UnitOfWork;

/**
 * Promise P23, the half about detection: the owner of the tables changes them, and is found out.
 */
class TimelineTamperingTest {

  private static final int LEADS = 12;
  private static final Stamp STAMP =
      new Stamp(new UserId("ana"), "Ana", Instant.parse("2026-11-24T10:00:00.123456Z"));

  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  private final TimelineChain chain = DATABASE.port(TimelineChain.class);
  private final PostgresUnitOfWork unit =
      new PostgresUnitOfWork(
          Mappers.sessions(DATABASE.dataSource(), "", Optional.empty()), Optional.empty());

  /** A timeline, and a place in it that isn't its last; what is done there is found here. */
  private record Victim(LeadId lead, long length, long place, Random random) {

    Break at(long where, Tampering tampering) {
      return new Break(lead, where, tampering);
    }
  }

  /** One way to tamper; says what has to be found. */
  private interface Kind {
    Break tamper(Victim victim);
  }

  private final Map<String, Kind> kinds = new TreeMap<>();

  @Test
  void every_tampering_is_found_at_its_place_and_nothing_else_is_reported() {
    long seed = Proof.seed();
    Random random = new Random(seed);
    Instant start = Instant.now();
    List<LeadId> leads = new ArrayList<>();
    Map<LeadId, Integer> lengths = new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
    for (int i = 0; i < LEADS; i++) {
      LeadId lead = new LeadId(new UUID(random.nextLong(), random.nextLong()));
      leads.add(lead);
      lengths.put(lead, 3 + random.nextInt(8));
      write(lead, lengths.get(lead));
    }
    remember();
    kinds();
    int found = 0;
    int falselyReported = 0;
    int foundByCounting = 0;
    int tries = Proof.tries(3 * kinds.size(), 10_000);
    List<String> names = new ArrayList<>(kinds.keySet());
    for (int i = 0; i < tries; i++) {
      String name = names.get(i % names.size());
      LeadId lead = leads.get(random.nextInt(LEADS));
      int length = lengths.get(lead);
      Victim victim = new Victim(lead, length, 1 + random.nextInt(length - 1), random);
      Break expected = kinds.get(name).tamper(victim);
      assertThat(chain.firstBreak(lead)).as("%s at %s", name, victim).contains(expected);
      found++;
      foundByCounting += countsDiffer(lead) ? 1 : 0;
      restore();
      falselyReported += chain.firstBreak(lead).isPresent() ? 1 : 0;
      falselyReported += chain.firstBreak(leads.get(random.nextInt(LEADS))).isPresent() ? 1 : 0;
    }
    Proof.report(
        "P23 any change of a timeline is found",
        seed,
        Duration.between(start, Instant.now()),
        "%d of %d tamperings of %d kinds found, %d reported falsely; control: counting finds %d"
            .formatted(found, tries, names.size(), falselyReported, foundByCounting));
    assertThat(falselyReported).isZero();
    assertThat(foundByCounting).as("the control without a chain").isLessThan(tries / 2);
  }

  private void kinds() {
    changes();
    removals();
    insertions();
    moves();
    ends();
  }

  private void changes() {
    for (String change :
        List.of(
            "pursuit = gen_random_uuid()",
            "type = 'LeadDeactivated'",
            "payload = '{\"number\": 4711}'",
            "payload = payload || '{\"more\": null}'",
            "changed_by = changed_by || 'x'",
            "changed_by_name = 'Anna'",
            "changed_at = changed_at + interval '1 microsecond'",
            "id = gen_random_uuid()",
            "previous = sha256(previous)",
            "hash = sha256(hash)")) {
      kinds.put(
          "change " + change,
          victim -> {
            execute("update timeline set " + change + where(victim, victim.place()));
            return victim.at(victim.place(), Tampering.CHANGED);
          });
    }
    kinds.put(
        "change and make the whole chain anew",
        victim -> {
          execute("update timeline set changed_by_name = 'Anna'" + where(victim, victim.place()));
          makeAnew(victim);
          return victim.at(victim.place(), Tampering.LOG_DIFFERS);
        });
    kinds.put(
        "change the log",
        victim -> {
          execute(
              "update event_log set payload = '{\"number\": 4711}' where id = (select id from timeline"
                  + where(victim, victim.place())
                  + ")");
          return victim.at(victim.place(), Tampering.LOG_DIFFERS);
        });
  }

  private void removals() {
    kinds.put(
        "remove",
        victim -> {
          execute("delete from timeline" + where(victim, victim.place()));
          return victim.at(victim.place(), Tampering.REMOVED);
        });
    kinds.put(
        "remove and close the gap",
        victim -> {
          execute("delete from timeline" + where(victim, victim.place()));
          shift(victim, victim.place(), -1);
          return victim.at(victim.place(), Tampering.REMOVED);
        });
    kinds.put(
        "remove and make the whole chain anew",
        victim -> {
          execute("delete from timeline" + where(victim, victim.place()));
          makeAnew(victim);
          return victim.at(victim.place(), Tampering.REMOVED);
        });
    kinds.put(
        "give to another lead",
        victim -> {
          execute("update timeline set lead = gen_random_uuid()" + where(victim, victim.place()));
          return victim.at(victim.place(), Tampering.REMOVED);
        });
    kinds.put(
        "cut off",
        victim -> {
          cutOff(victim);
          return victim.at(victim.place(), Tampering.CUT_OFF);
        });
    kinds.put(
        "cut off and move the head",
        victim -> {
          cutOff(victim);
          makeAnew(victim);
          return victim.at(victim.place(), Tampering.CUT_OFF);
        });
    kinds.put(
        "remove all",
        victim -> {
          execute("delete from timeline where lead = '" + victim.lead() + "'");
          execute("delete from timeline_head where lead = '" + victim.lead() + "'");
          return victim.at(1, Tampering.CUT_OFF);
        });
  }

  private void insertions() {
    kinds.put(
        "add at the end",
        victim -> {
          insert(victim, victim.length() + 1);
          return victim.at(victim.length() + 1, Tampering.INSERTED);
        });
    kinds.put(
        "add at the end with the right hash",
        victim -> {
          insert(victim, victim.length() + 1);
          makeAnew(victim);
          return victim.at(victim.length() + 1, Tampering.INSERTED);
        });
    kinds.put(
        "slip in",
        victim -> {
          shift(victim, victim.place() - 1, 1);
          insert(victim, victim.place());
          return victim.at(victim.place(), Tampering.INSERTED);
        });
    kinds.put(
        "slip in and make the whole chain anew",
        victim -> {
          shift(victim, victim.place() - 1, 1);
          insert(victim, victim.place());
          makeAnew(victim);
          return victim.at(victim.place(), Tampering.INSERTED);
        });
  }

  private void moves() {
    kinds.put(
        "exchange two places",
        victim -> {
          exchange(victim, other(victim));
          return victim.at(victim.place(), Tampering.REORDERED);
        });
    kinds.put(
        "exchange what two entries say",
        victim -> {
          exchange(victim, other(victim));
          execute(
              """
              update timeline
              set previous = kept.previous, hash = kept.hash
              from kept_timeline kept
              where timeline.lead = kept.lead and timeline.place = kept.place
              """);
          return victim.at(victim.place(), Tampering.REORDERED);
        });
    kinds.put(
        "put at the end",
        victim -> {
          execute(
              "update timeline set place = "
                  + (victim.length() + 1 + victim.random().nextInt(5))
                  + where(victim, victim.place()));
          return victim.at(victim.place(), Tampering.REORDERED);
        });
  }

  private void ends() {
    kinds.put(
        "remove the head",
        victim -> {
          execute("delete from timeline_head where lead = '" + victim.lead() + "'");
          return victim.at(victim.length(), Tampering.HEAD_CHANGED);
        });
    kinds.put(
        "change the head's hash",
        victim -> {
          execute(
              "update timeline_head set hash = sha256(hash) where lead = '" + victim.lead() + "'");
          return victim.at(victim.length(), Tampering.HEAD_CHANGED);
        });
    kinds.put(
        "make the head longer",
        victim -> {
          execute(
              "update timeline_head set length = length + 1 where lead = '" + victim.lead() + "'");
          return victim.at(victim.length() + 1, Tampering.CUT_OFF);
        });
  }

  private static long other(Victim victim) {
    return victim.place() + 1 + victim.random().nextInt((int) (victim.length() - victim.place()));
  }

  private static void exchange(Victim victim, long other) {
    execute("update timeline set place = 1000000" + where(victim, victim.place()));
    execute("update timeline set place = " + victim.place() + where(victim, other));
    execute("update timeline set place = " + other + where(victim, 1_000_000));
  }

  private static String where(Victim victim, long place) {
    return " where lead = '%s' and place = %d".formatted(victim.lead(), place);
  }

  private static void cutOff(Victim victim) {
    execute(
        "delete from timeline where lead = '%s' and place >= %d"
            .formatted(victim.lead(), victim.place()));
  }

  private static void insert(Victim victim, long place) {
    execute(
        """
        insert into timeline
          (id, lead, type, payload, changed_by, changed_by_name, changed_at, place, previous, hash)
        select gen_random_uuid(), lead, type, payload, changed_by, changed_by_name, changed_at,
          %d, previous, sha256(hash)
        from kept_timeline where lead = '%s' and place = %d
        """
            .formatted(place, victim.lead(), victim.place()));
  }

  /** Moves what comes after a place; in two steps, since no two may stand at one. */
  private static void shift(Victim victim, long after, int by) {
    execute(
        "update timeline set place = place + 1000000 where lead = '%s' and place > %d"
            .formatted(victim.lead(), after));
    execute(
        "update timeline set place = place - 1000000 + %d where lead = '%s' and place > 1000000"
            .formatted(by, victim.lead()));
  }

  /** What somebody does who knows how the chain is made. */
  private void makeAnew(Victim victim) {
    TimelineChainMapper mapper = unit.mapper(TimelineChainMapper.class);
    Chains chains = Chains.goingOnFrom(List.of(ChainHead.ofNew(victim.lead())));
    List<ChainedRow> anew = new ArrayList<>();
    for (StoredLink link : mapper.links(victim.lead(), 0, null, 1_000)) {
      PursuitId pursuit = link.pursuit();
      anew.add(
          chains.append(
              new TimelineRow(
                  link.id(),
                  link.lead(),
                  pursuit,
                  link.type(),
                  link.payload(),
                  link.changedBy(),
                  link.changedByName(),
                  link.changedAt())));
    }
    for (ChainedRow row : anew) {
      execute(
          "update timeline set place = %d, previous = decode('%s', 'hex'), hash = decode('%s', 'hex') where id = '%s'"
              .formatted(row.place(), row.previous(), row.hash(), row.entry().id()));
    }
    ChainHead head = chains.heads().get(0);
    execute(
        "update timeline_head set length = %d, hash = decode('%s', 'hex') where lead = '%s'"
            .formatted(head.length(), head.hash(), head.lead()));
  }

  /** What would be known without a chain. */
  private static boolean countsDiffer(LeadId lead) {
    return DATABASE
        .query(
            """
            select (select count(*) from timeline where lead = '%1$s')
              <> (select count(*) from event_log where lead = '%1$s')
            """
                .formatted(lead))
        .equals("t");
  }

  private static void remember() {
    for (String table : List.of("timeline", "timeline_head", "event_log")) {
      execute("create table kept_%1$s as select * from %1$s".formatted(table));
    }
  }

  private static void restore() {
    execute(
        """
        delete from timeline;
        insert into timeline
          (id, position, lead, pursuit, type, payload, changed_by, changed_by_name, changed_at,
           place, previous, hash)
        overriding system value
        select id, position, lead, pursuit, type, payload, changed_by, changed_by_name, changed_at,
          place, previous, hash
        from kept_timeline;
        delete from timeline_head;
        insert into timeline_head (lead, length, hash) select lead, length, hash from kept_timeline_head;
        update event_log set payload = kept.payload
        from kept_event_log kept
        where event_log.id = kept.id and event_log.payload <> kept.payload
        """);
  }

  private static void write(LeadId lead, int length) {
    for (int i = 1; i <= length; i++) {
      UUID id = UUID.randomUUID();
      LeadActivated event = new LeadActivated(i);
      Optional<PursuitId> pursuit =
          i % 2 == 0 ? Optional.of(new PursuitId(UUID.randomUUID())) : Optional.empty();
      DATABASE
          .port(UnitOfWork.class)
          .<Boolean>inTransaction(
              () -> {
                DATABASE
                    .port(Timeline.class)
                    .append(
                        new TimelineEntry(new TimelineEntryId(id), lead, pursuit, STAMP, event));
                DATABASE
                    .port(EventLog.class)
                    .append(new EventRecord(id, Optional.of(lead), pursuit, STAMP, event));
                return true;
              });
    }
  }

  private static void execute(String sql) {
    DATABASE.execute(sql);
  }
}
