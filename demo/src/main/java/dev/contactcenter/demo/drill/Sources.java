package dev.contactcenter.demo.drill;

import dev.contactcenter.demo.desk.KeyServer;
import dev.contactcenter.demo.drill.DrillDatabase.SourceTable;

/** The sources of the drill, each of which can be cut and mended. */
final class Sources {

    private final KeyServer keys;
    private final DrillDatabase database;
    private final CountryDatabase countries;
    private final DrillRealm realm;

    Sources(KeyServer keys, DrillDatabase database, CountryDatabase countries, DrillRealm realm) {
        this.keys = keys;
        this.database = database;
        this.countries = countries;
        this.realm = realm;
    }

    void cut(Cut cut) {
        switch (cut) {
            case KEYS_DOWN -> keys.goDown();
            case KEYS_HANG -> keys.hang();
            case REGISTRY_GONE -> database.takeAway(SourceTable.CONTACT_CENTER_DEVICE);
            case REGISTRY_HANGS -> database.hang(SourceTable.CONTACT_CENTER_DEVICE);
            case RISK_GONE -> database.takeAway(SourceTable.CONTACT_CENTER_RISK);
            case RISK_HANGS -> database.hang(SourceTable.CONTACT_CENTER_RISK);
            case INTERACTIONS_GONE -> {
                realm.tellWrapUp(DrillRealm.LONG);
                database.takeAway(SourceTable.CONTACT_CENTER_INTERACTION);
            }
            case INTERACTIONS_HANG -> {
                realm.tellWrapUp(DrillRealm.LONG);
                database.hang(SourceTable.CONTACT_CENTER_INTERACTION);
            }
            case COUNTRIES_OLD -> countries.age();
            case COUNTRIES_STRANGE -> countries.writeAnothers();
            case COUNTRIES_SPOILT -> countries.spoil();
            case COUNTRIES_GONE -> countries.remove();
            case ZONES_UNREADABLE -> {
                database.spoilZones();
                realm.readAnew();
            }
            case WRAP_UP -> realm.tellWrapUp(DrillRealm.LONG);
            case PHONES_SILENT -> realm.tellWrapUp(DrillRealm.SOON);
            case NO_AGENT, FORGED, CERTIFICATE_GARBLED, NO_AGENT_BUT_CERTIFICATE, CERTIFICATE_EXPIRED, RISK_SILENT -> {
                // Not cut here: what the desk shows, or does not, and what the fraud desk does not tell.
            }
        }
    }

    void mend(Cut cut) {
        switch (cut) {
            case KEYS_DOWN -> keys.comeBack();
            case KEYS_HANG -> keys.answerAgain();
            case REGISTRY_GONE -> database.bringBack(SourceTable.CONTACT_CENTER_DEVICE);
            case REGISTRY_HANGS -> database.release(SourceTable.CONTACT_CENTER_DEVICE);
            case RISK_GONE -> database.bringBack(SourceTable.CONTACT_CENTER_RISK);
            case RISK_HANGS -> database.release(SourceTable.CONTACT_CENTER_RISK);
            case INTERACTIONS_GONE -> {
                database.bringBack(SourceTable.CONTACT_CENTER_INTERACTION);
                realm.tellIdle();
            }
            case INTERACTIONS_HANG -> {
                database.release(SourceTable.CONTACT_CENTER_INTERACTION);
                realm.tellIdle();
            }
            case COUNTRIES_OLD, COUNTRIES_STRANGE, COUNTRIES_SPOILT, COUNTRIES_GONE -> countries.write();
            case ZONES_UNREADABLE -> {
                database.repairZones();
                realm.readAnew();
            }
            case WRAP_UP, PHONES_SILENT -> realm.tellIdle();
            case NO_AGENT, FORGED, CERTIFICATE_GARBLED, NO_AGENT_BUT_CERTIFICATE, CERTIFICATE_EXPIRED, RISK_SILENT -> {
                // The desk shows what is genuine again, and the fraud desk speaks again.
            }
        }
    }
}
