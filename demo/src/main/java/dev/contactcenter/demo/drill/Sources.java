package dev.contactcenter.demo.drill;

import dev.contactcenter.demo.desk.KeyServer;

/** The sources of the drill, each of which can be cut and mended. */
final class Sources {

    private final KeyServer keys;
    private final DrillDatabase database;
    private final CountryDatabase countries;

    Sources(KeyServer keys, DrillDatabase database, CountryDatabase countries) {
        this.keys = keys;
        this.database = database;
        this.countries = countries;
    }

    void cut(Cut cut) {
        switch (cut) {
            case KEYS_DOWN -> keys.goDown();
            case KEYS_HANG -> keys.hang();
            case REGISTRY_GONE -> database.takeDevicesAway();
            case REGISTRY_HANGS -> database.hangDevices();
            case COUNTRIES_SPOILT -> countries.spoil();
            case COUNTRIES_GONE -> countries.remove();
            case NO_AGENT, FORGED, RISK_SILENT -> {
                // Not cut here: what the desk shows, or does not, and what the fraud desk does not tell.
            }
        }
    }

    void mend(Cut cut) {
        switch (cut) {
            case KEYS_DOWN -> keys.comeBack();
            case KEYS_HANG -> keys.answerAgain();
            case REGISTRY_GONE -> database.bringDevicesBack();
            case REGISTRY_HANGS -> database.releaseDevices();
            case COUNTRIES_SPOILT, COUNTRIES_GONE -> countries.write();
            case NO_AGENT, FORGED, RISK_SILENT -> {
                // The next report is genuine again, and the fraud desk speaks again.
            }
        }
    }
}
