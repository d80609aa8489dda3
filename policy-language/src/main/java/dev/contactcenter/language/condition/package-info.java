/** Conditions as an administrator writes them: CEL text in, the engine's formula or all flaws out. */
@NullMarked
package dev.contactcenter.language.condition;

import org.jspecify.annotations.NullMarked;
