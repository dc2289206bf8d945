package dev.weakspot.catalog.question;

/** Questions as an author sends them. */
final class Bodies {

    static final String LAZY = """
            {"kind":"definition","level":"junior","difficulty":-0.5,"expected_seconds":45,"topics":["orm"],
            "applies_to":">=3.2","assesses":"Whether the candidate knows laziness.",
            "stem":"When does a queryset reach the database?","hints":["What does the call return?"],
            "answer":{"type":"single-choice","choices":[
            {"id":"a","text":"At once","correct":false,"why":"Building sends nothing."},
            {"id":"b","text":"When it is iterated","correct":true}]},
            "explanation":"A queryset is a description.",
            "sources":["https://docs.djangoproject.com/en/5.2/topics/db/queries/"],"tags":["orm"]}
            """;

    private Bodies() {}
}
