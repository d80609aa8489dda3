/** What is known when somebody asks to do something: who, in which mode, which action, how well proven. */
@NullMarked
package dev.contactcenter.engine.request;

import org.jspecify.annotations.NullMarked;
