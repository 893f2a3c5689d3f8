package ai.spice.cloud

/**
 * A text that does not show itself: a token, a key, the value of a secret. Only [reveal] gives it.
 *
 * Two secrets are equal when their texts are.
 */
public class Secret(
    private val text: String,
) {
    /** The text itself. */
    public fun reveal(): String = text

    override fun equals(other: Any?): Boolean = other is Secret && same(text, other.text)

    /** The same for all: a hash would tell secrets that are short. */
    override fun hashCode(): Int = 0

    /** What is shown instead of it. */
    override fun toString(): String = REDACTED

    internal companion object {
        const val REDACTED = "[redacted]"

        /** Compares all of it, however early it differs. */
        private fun same(
            one: String,
            other: String,
        ): Boolean =
            java.security.MessageDigest.isEqual(one.toByteArray(Charsets.UTF_8), other.toByteArray(Charsets.UTF_8))
    }
}
