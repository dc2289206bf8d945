package dev.weakspot.web.practise;

import dev.weakspot.web.page.Page;
import dev.weakspot.web.page.Pages;
import dev.weakspot.web.service.Problem;
import dev.weakspot.web.service.Question;
import dev.weakspot.web.service.QuestionBank;
import dev.weakspot.web.service.Reach;
import dev.weakspot.web.service.Session;
import dev.weakspot.web.service.Topic;
import dev.weakspot.web.visit.Visitor;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.client.exceptions.HttpClientException;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Leads a learner through a set of questions. Every step is a page of its own, so reloading and going back are harmless. */
@Controller("/practise")
@Secured("learner")
@ExecuteOn(TaskExecutors.BLOCKING)
class PractiseController {

    private static final int MOST = 50;
    private static final int USUAL = 10;

    private final Practice practice;
    private final QuestionBank bank;
    private final Pages pages;

    PractiseController(Practice practice, QuestionBank bank, Pages pages) {
        this.practice = practice;
        this.bank = bank;
        this.pages = pages;
    }

    @Get
    MutableHttpResponse<byte[]> start(Page page, @QueryValue(defaultValue = "") String topic) {
        return showStart(HttpStatus.OK, page, topic, null);
    }

    private MutableHttpResponse<byte[]> showStart(
            HttpStatus status, Page page, String topic, @Nullable String trouble) {
        Visitor visitor = page.signedIn();
        Map<String, List<Topic>> groups = bank.topics(visitor).values().stream()
                .sorted(Comparator.comparing(Topic::title))
                .collect(Collectors.groupingBy(Topic::group, TreeMap::new, Collectors.toList()));
        var view = new StartView(groups, topic, practice.running(visitor), Optional.ofNullable(trouble));
        return pages.show(status, page, "practise", view);
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    MutableHttpResponse<byte[]> begin(Page page, @Body Map<String, Object> fields) {
        var form = new AnswerForm(fields);
        int size = form.number("size").map(Double::intValue).orElse(USUAL);
        Optional<String> topic = form.first("topic");
        if (size < 1 || size > MOST) {
            return showStart(HttpStatus.UNPROCESSABLE_ENTITY, page, topic.orElse(""), "practise.bad-size");
        }
        try {
            Session session = practice.begin(page.signedIn(), size, topic.orElse(null));
            return Pages.goTo(next(session, size));
        } catch (HttpClientResponseException e) {
            if (e.getStatus() != HttpStatus.UNPROCESSABLE_ENTITY) {
                throw e;
            }
            return showStart(HttpStatus.UNPROCESSABLE_ENTITY, page, topic.orElse(""), "practise.no-questions");
        }
    }

    /** The question that is next; at the checkpoint and at the end, what the set has shown. */
    @Get("/{id}")
    MutableHttpResponse<byte[]> next(
            Page page,
            UUID id,
            @QueryValue(defaultValue = "0") int hints,
            @QueryValue(defaultValue = "0") long shown,
            @QueryValue(defaultValue = "") String step,
            @QueryValue(defaultValue = "0") int wanted) {
        Visitor visitor = page.signedIn();
        Session session = practice.session(visitor, id);
        Optional<Session.Item> next = Optional.ofNullable(session.next()).flatMap(session::item);
        if (session.isCompleted()) {
            return pages.show(page, "set-done", practice.lookBack(visitor, session, wanted));
        }
        if (next.isPresent()) {
            var asked = new Practice.Asked(Math.max(0, hints), shown, step, wanted, new AnswerForm(Map.of()), null);
            return pages.show(page, "question", practice.show(visitor, session, next.get(), asked));
        }
        String template = session.items().size() < session.size() ? "checkpoint" : "set-done";
        return pages.show(page, template, practice.lookBack(visitor, session, wanted));
    }

    @Post("/{id}/more")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    MutableHttpResponse<byte[]> goOn(Page page, UUID id) {
        Visitor visitor = page.signedIn();
        Session before = practice.session(visitor, id);
        return Pages.goTo(next(practice.goOn(visitor, before), before.size()));
    }

    @Post("/{id}/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    MutableHttpResponse<byte[]> end(Page page, UUID id) {
        practice.complete(page.signedIn(), id);
        return Pages.goTo("/practise/" + id);
    }

    @Post("/{id}/{position}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    MutableHttpResponse<byte[]> answer(Page page, UUID id, int position, @Body Map<String, Object> fields) {
        var form = new AnswerForm(fields);
        try {
            return answer(page, id, position, form);
        } catch (HttpClientException e) {
            if (!Reach.isAway(e)) {
                throw e;
            }
            return pages.show(HttpStatus.SERVICE_UNAVAILABLE, page, "not-recorded", form);
        }
    }

    private MutableHttpResponse<byte[]> answer(Page page, UUID id, int position, AnswerForm form) {
        Visitor visitor = page.signedIn();
        Session session = practice.session(visitor, id);
        Session.Item item = itemOf(session, position);
        Question question = practice.question(visitor, item);
        Optional<Map<String, Object>> answer = form.answerTo(question);
        if (answer.isEmpty()) {
            return askAgain(page, session, item, form, form.flawOf(question));
        }
        Optional<Integer> was = practice.masteryBefore(visitor, item);
        try {
            practice.submit(visitor, session, item, answer.get(), form);
        } catch (HttpClientResponseException e) {
            return switch (e.getStatus()) {
                case CONFLICT -> Pages.goTo(whatCounts(visitor, session, item, answer.get(), e));
                case UNPROCESSABLE_ENTITY -> askAgain(page, session, item, form, "question.incomplete");
                default -> throw e;
            };
        }
        practice.completeAfter(visitor, session, item);
        return Pages.goTo(
                feedbackOf(id, position) + was.map(percent -> "?was=" + percent).orElse(""));
    }

    /** Another window has answered it, or ended the set: what came of that is shown, and whether it was another answer. */
    private String whatCounts(
            Visitor visitor,
            Session session,
            Session.Item item,
            Map<String, Object> answer,
            HttpClientResponseException conflict) {
        boolean isAnswered = item.answered() != null
                || Problem.nameOf(conflict).filter("attempt-id-taken"::equals).isPresent();
        if (!isAnswered) {
            return "/practise/" + session.sessionId();
        }
        String feedback = feedbackOf(session.sessionId(), item.position());
        return practice.isAnsweredOtherwise(visitor, item, answer) ? feedback + "?already=true" : feedback;
    }

    private MutableHttpResponse<byte[]> askAgain(
            Page page, Session session, Session.Item item, AnswerForm form, String trouble) {
        var asked = new Practice.Asked(
                form.number("hints").map(Double::intValue).orElse(0),
                form.number("shown").map(Double::longValue).orElse(0L),
                form.first("step").orElse(""),
                0,
                form,
                trouble);
        QuestionView view = practice.show(page.signedIn(), session, item, asked);
        return pages.show(HttpStatus.UNPROCESSABLE_ENTITY, page, "question", view);
    }

    /** What came of an answer. */
    @Get("/{id}/{position}")
    MutableHttpResponse<byte[]> feedback(
            Page page,
            UUID id,
            int position,
            @Nullable @QueryValue Integer was,
            @QueryValue(defaultValue = "false") boolean already) {
        Visitor visitor = page.signedIn();
        Session session = practice.session(visitor, id);
        Session.Item item = itemOf(session, position);
        return item.answered() == null
                ? Pages.goTo("/practise/" + id)
                : pages.show(
                        page, "feedback", practice.feedback(visitor, session, item, Optional.ofNullable(was), already));
    }

    private static Session.Item itemOf(Session session, int position) {
        return session.item(position)
                .orElseThrow(() -> new HttpStatusException(HttpStatus.NOT_FOUND, "The set has no such question."));
    }

    /** Where the set goes on; with how many questions it was to have, when there are not so many. */
    private static String next(Session session, int wanted) {
        return "/practise/" + session.sessionId() + (session.size() < wanted ? "?wanted=" + wanted : "");
    }

    private static String feedbackOf(UUID id, int position) {
        return "/practise/" + id + "/" + position;
    }
}
