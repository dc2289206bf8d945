package dev.weakspot.recommendation.quality;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** How well learners do on topics, all people together. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface TopicMeans extends GenericRepository<TopicMeans.TopicMean, String> {

    /** Of fewer learners, a mean would tell about single ones. */
    int FEWEST_LEARNERS = 5;

    /** Whoever a simulator has answered for is no person, or not only. */
    String OF_PEOPLE = "from belief where starts_with(topic, :prefix)"
            + " and learner_id not in (select learner_id from prediction where simulated) ";

    @Query("select topic, avg(mastery) as mastery, count(*) as learners "
            + OF_PEOPLE
            + "group by topic having count(*) >= "
            + FEWEST_LEARNERS
            + " order by avg(mastery), topic limit :count")
    List<TopicMean> weakest(String prefix, int count);

    /** How many topics have learners, and too few. */
    @Query("select count(*) from (select "
            + OF_PEOPLE
            + "group by topic having count(*) < "
            + FEWEST_LEARNERS
            + ") as small")
    int withheld(String prefix);

    /**
     * A topic over all learners who have answered on it.
     *
     * @param mastery mean of their masteries, each as last published
     */
    @Serdeable
    @MappedEntity("belief")
    record TopicMean(@Id String topic, double mastery, long learners) {}
}
