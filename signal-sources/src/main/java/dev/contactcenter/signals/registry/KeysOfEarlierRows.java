package dev.contactcenter.signals.registry;

import dev.contactcenter.kit.device.Reporter;
import dev.contactcenter.kit.device.Reporter.Origin;
import dev.contactcenter.signals.texts.TextKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import liquibase.change.custom.CustomSqlChange;
import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.CustomChangeException;
import liquibase.exception.LiquibaseException;
import liquibase.exception.ValidationErrors;
import liquibase.resource.ResourceAccessor;
import liquibase.snapshot.SnapshotGeneratorFactory;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.UpdateStatement;
import liquibase.structure.core.Table;
import org.jspecify.annotations.Nullable;

/** Gives their keys to the rows that were written before rows had keys. As statements, so that Keycloak can export them, too. */
public final class KeysOfEarlierRows implements CustomSqlChange {

    private static final String DEVICES = "CONTACT_CENTER_DEVICE";
    private static final String PASSKEYS = "CONTACT_CENTER_DEVICE_PASSKEY";

    private final List<SqlStatement> statements = new ArrayList<>();

    /** What becomes of one row. */
    private interface Rekeying {
        SqlStatement of(UpdateStatement update, ResultSet row) throws SQLException;
    }

    @Override
    public SqlStatement[] generateStatements(Database database) throws CustomChangeException {
        try {
            each(database, "REALM_ID, DEVICE_ID, ORIGIN, REPORTED_BY", DEVICES, KeysOfEarlierRows::device);
            each(database, "CREDENTIAL_ID, DEVICE_ID", PASSKEYS, KeysOfEarlierRows::passkey);
        } catch (LiquibaseException | SQLException unreadable) {
            throw new CustomChangeException("The rows of the device registry cannot be read", unreadable);
        }
        return statements.toArray(SqlStatement[]::new);
    }

    private static SqlStatement device(UpdateStatement update, ResultSet row) throws SQLException {
        return update.addNewColumnValue("DEVICE_KEY", TextKey.of(row.getString(2)))
                .addNewColumnValue("REPORTER_KEY", reporterKey(row.getString(3), row.getString(4)))
                .setWhereClause("REALM_ID = ? and DEVICE_ID = ? and ORIGIN = ?")
                .addWhereParameters(row.getString(1), row.getString(2), row.getString(3));
    }

    private static String reporterKey(String origin, @Nullable String reportedBy) {
        return DeviceWords.key(new Reporter(Origin.valueOf(origin), reportedBy == null ? "" : reportedBy, ""));
    }

    private static SqlStatement passkey(UpdateStatement update, ResultSet row) throws SQLException {
        return update.addNewColumnValue("DEVICE_KEY", TextKey.of(row.getString(2)))
                .setWhereClause("CREDENTIAL_ID = ?")
                .addWhereParameters(row.getString(1));
    }

    /** Where Keycloak only exports the statements of a first start, there is no table yet, and so no row. */
    private void each(Database database, String columns, String table, Rekeying rekeying)
            throws LiquibaseException, SQLException {
        String catalog = database.getDefaultCatalogName();
        String schema = database.getDefaultSchemaName();
        String name = database.correctObjectName(table, Table.class);
        if (!SnapshotGeneratorFactory.getInstance().has(new Table(catalog, schema, name), database)) {
            return;
        }
        Connection connection = ((JdbcConnection) database.getConnection()).getWrappedConnection();
        // Some databases do not change a table that was read in the same transaction; Keycloak's own tasks do the same.
        Savepoint before = connection.setSavepoint();
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select " + columns + " from " + database.escapeTableName(catalog, schema, name))) {
            while (row.next()) {
                statements.add(rekeying.of(new UpdateStatement(catalog, schema, table), row));
            }
        } finally {
            connection.rollback(before);
        }
    }

    @Override
    public String getConfirmationMessage() {
        return "Rows of the device registry have keys: " + statements.size();
    }

    @Override
    public void setUp() {}

    @Override
    public void setFileOpener(ResourceAccessor files) {}

    @Override
    public ValidationErrors validate(Database database) {
        return new ValidationErrors();
    }
}
