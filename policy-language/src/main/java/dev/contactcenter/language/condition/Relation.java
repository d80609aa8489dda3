package dev.contactcenter.language.condition;

import dev.contactcenter.engine.condition.Formula;
import dev.contactcenter.engine.condition.Predicate;
import dev.contactcenter.engine.condition.Predicate.Order;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** The six comparisons of CEL, each made of one of the engine's three. */
enum Relation {
    EQUAL("==", Order.EQUAL, false),
    NOT_EQUAL("!=", Order.EQUAL, true),
    LESS("<", Order.BELOW, false),
    AT_MOST("<=", Order.AT_MOST, false),
    GREATER(">", Order.AT_MOST, true),
    AT_LEAST(">=", Order.BELOW, true);

    private final String sign;
    private final Order order;
    private final boolean negated;

    Relation(String sign, Order order, boolean negated) {
        this.sign = sign;
        this.order = order;
        this.negated = negated;
    }

    /** The one that a function of CEL's syntax tree stands for, as {@code _==_}. */
    static Optional<Relation> of(String function) {
        return Arrays.stream(values())
                .filter(one -> function.equals("_" + one.sign + "_"))
                .findFirst();
    }

    String sign() {
        return sign;
    }

    boolean isEquality() {
        return order == Order.EQUAL;
    }

    /** The same with its sides changed. */
    Relation mirrored() {
        return switch (this) {
            case EQUAL, NOT_EQUAL -> this;
            case LESS -> GREATER;
            case AT_MOST -> AT_LEAST;
            case GREATER -> LESS;
            case AT_LEAST -> AT_MOST;
        };
    }

    /** The comparison as a formula. */
    Formula over(Function<Order, Predicate> predicate) {
        Formula plain = new Formula.Atom(predicate.apply(order));
        return negated ? new Formula.Not(plain) : plain;
    }
}
