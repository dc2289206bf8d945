package dev.weakspot.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a folder cannot be used, in words for the person who named it. */
public final class FileTrouble {

    private FileTrouble() {}

    /** Half a sentence. */
    public static String reason(IOException trouble) {
        return switch (trouble) {
            case AccessDeniedException _ -> "permission denied";
            case NoSuchFileException _ -> "no folder can be made there";
            case FileAlreadyExistsException _ -> "something else has that name";
            case FileSystemException other when other.getReason() != null -> other.getReason();
            case IOException other -> other.toString();
        };
    }
}
