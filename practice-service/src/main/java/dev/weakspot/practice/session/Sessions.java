package dev.weakspot.practice.session;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The sessions and their items.
 *
 * <p>Who changes a session locks its row first, in a strength that says whom it keeps out. Attempts on the session take
 * {@code for key share} when they are entered; they wait for a completion and for nothing else.
 */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface Sessions extends GenericRepository<SessionRow, UUID> {

    String TALLIED = """
            select session.*, tally.*
              from session
             cross join lateral (
                   select count(attempt.id) as answered,
                          count(*) filter (where attempt.correct) as correct,
                          avg(attempt.score) as mean_score
                     from session_item as item
                     join attempt on attempt.id = item.attempt_id and attempt.session_id = item.session_id
                    where item.session_id = session.id) as tally
            """;

    /** Returns 0 when the id was taken, 1 when the session is new. */
    @Query("""
            insert into session (id, learner_id, fingerprint, size, topic, level, started_at)
            values (:id, :learner, :fingerprint, :size, :topic, :level, :startedAt)
            on conflict (id) do nothing
            """)
    int add(
            UUID id,
            UUID learner,
            String fingerprint,
            int size,
            @Nullable String topic,
            @Nullable String level,
            Instant startedAt);

    @Query(TALLIED + " where id = :id")
    Optional<SessionRow> find(UUID id);

    /** A learner's sessions with a smaller number than given, newest first; of both states without one. */
    @Query(TALLIED + """
             where learner_id = :learner and number < :before
               and (cast(:status as text) is null
                    or cast(:status as text) = case when completed_at is null then 'running' else 'completed' end)
             order by number desc
             limit :limit
            """)
    List<SessionRow> listBefore(UUID learner, @Nullable String status, long before, int limit);

    @Query("""
            select item.*, question.withdrawn, attempt.score, attempt.correct, attempt.sequence, attempt.graded_by,
                   attempt.recorded_at
              from session_item as item
              join question on question.id = item.question_id
              left join attempt on attempt.id = item.attempt_id and attempt.session_id = item.session_id
             where item.session_id = :session
             order by item.position
            """)
    List<ItemRow> listItems(UUID session);

    /**
     * Keeps out others who add items or complete the session, until the transaction ends. An update that changes nothing takes
     * just that lock.
     */
    @Query("update session set size = size where id = :id")
    void lockToAdd(UUID id);

    /** Keeps out everybody who changes the session or makes an attempt on it, until the transaction ends. */
    @Query("select id from session where id = :id for update")
    Optional<UUID> lockToComplete(UUID id);

    @Query("update session set completed_at = :at where id = :id")
    void complete(UUID id, Instant at);

    @Query("update session set size = :size where id = :id")
    void shrink(UUID id, int size);

    /**
     * Adds the newest versions of these questions, in their order, without those that cannot be asked or are in the session.
     *
     * @param wanted an array literal of distinct ids
     * @return how many it added
     */
    @Query("""
            insert into session_item
                   (session_id, position, attempt_id, question_id, question_version, question_kind, topics, chosen_by)
            select :session, :from - 1 + row_number() over (order by wanted.place), gen_random_uuid(), question.id,
                   question.newest, question.kind, question.topics, 'recommendation'
              from unnest(cast(:wanted as text[])) with ordinality as wanted (id, place)
              join question on question.id = wanted.id
             where not question.withdrawn
               and question.newest is not null
               and not exists (select 1 from session_item as item
                                where item.session_id = :session and item.question_id = question.id)
             order by wanted.place
             limit :count
            """)
    int addThese(UUID session, int from, String wanted, int count);

    /**
     * Adds questions that this service chooses, without those that are in the session: first those that the learner has
     * never answered, then those answered longest ago; one topic after the other, those that the session has least of first;
     * of a topic that is asked for, the questions whose main topic it is before those that touch it. Among equals the dice of
     * the session's id decide.
     *
     * @return how many it added
     */
    @Query("""
            insert into session_item
                   (session_id, position, attempt_id, question_id, question_version, question_kind, topics, chosen_by)
            with answered as (
                select question_id, max(sequence) as last
                  from attempt
                 where learner_id = :learner
                 group by question_id
            ), practised as (
                select distinct coalesce(substring(topic from '^([^.]*)[.]'), '') as collection
                  from attempt, unnest(topics) as topic
                 where learner_id = :learner
            ), used as (
                select topics[1] as topic, count(*) as times
                  from session_item
                 where session_id = :session
                 group by topics[1]
            ), candidate as (
                select question.*, answered.last, md5(question.id || cast(:session as text)) as dice,
                       question.topics[1] <> cast(:topic as text) as aside,
                       coalesce(used.times, 0) + row_number() over (
                           partition by question.topics[1], answered.last is null
                               order by answered.last, md5(question.id || cast(:session as text))) as turn
                  from question
                  left join answered on answered.question_id = question.id
                  left join used on used.topic = question.topics[1]
                 where not question.withdrawn
                   and question.newest is not null
                   and (cast(:level as text) is null or question.level = cast(:level as text))
                   and case when cast(:topic as text) is not null then cast(:topic as text) = any (question.topics)
                            when exists (select 1 from practised)
                            then coalesce(substring(question.topics[1] from '^([^.]*)[.]'), '')
                                 in (select collection from practised)
                            else question.topics[1] not like '%.%'
                       end
                   and not exists (select 1 from session_item as item
                                    where item.session_id = :session and item.question_id = question.id)
            )
            select :session, :from - 1 + row_number() over best, gen_random_uuid(), id, newest, kind, topics, 'practice'
              from candidate
            window best as (order by last is not null, aside, turn, last, dice)
             order by last is not null, aside, turn, last, dice
             limit :count
            """)
    int addChosen(UUID session, UUID learner, @Nullable String topic, @Nullable String level, int from, int count);
}
