package dev.contactcenter.demo.telephony;

/** What an event of a telephony system says about a person. */
public sealed interface Told {

    /**
     * What the person is doing.
     *
     * @param interaction the id of the call that it is about; empty if there is none
     */
    record State(InteractionState state, String interaction) implements Told {}

    /**
     * Nothing that the mapping knows: the realm is told nothing either, and what it was told before ends by itself.
     *
     * @param word the first state of the event that no table has
     */
    record NotKnown(String word) implements Told {}
}
