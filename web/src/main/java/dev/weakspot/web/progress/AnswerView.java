package dev.weakspot.web.progress;

import dev.weakspot.web.practise.Answered;
import java.util.List;

/** An answer on a page of its own; the main topic is the first. */
public record AnswerView(Answered answered, List<String> topics) {}
