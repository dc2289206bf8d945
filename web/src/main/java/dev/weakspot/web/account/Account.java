package dev.weakspot.web.account;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in: a row of {@code account}.
 *
 * @param name as they wrote it; no two accounts differ by case only
 * @param password Argon2id in PHC string format; none when nobody can sign in with one
 * @param learnerId the pseudonym under which services and events know them
 * @param roles words of {@link Role}
 * @param demo made to look around: its history is made up
 */
@MappedEntity("account")
public record Account(
        @Id UUID id,
        String name,
        @Nullable String password,
        UUID learnerId,
        @TypeDef(type = DataType.STRING_ARRAY) List<String> roles,
        boolean demo,
        Instant createdAt) {

    public Account {
        roles = List.copyOf(roles);
    }

    public boolean has(Role role) {
        return roles.contains(role.word());
    }

    public Set<Role> grants() {
        return roles.stream().map(Role::of).collect(Collectors.toUnmodifiableSet());
    }
}
