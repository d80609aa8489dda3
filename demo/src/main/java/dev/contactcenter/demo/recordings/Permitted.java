package dev.contactcenter.demo.recordings;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.util.List;
import java.util.Map;

/**
 * What a token permits of a report.
 *
 * @param rows at most so many an answer
 */
record Permitted(List<?> datasets, int rows) {

    /** What a token without a word about it permits. */
    private static final Permitted NOTHING = new Permitted(List.of(), 0);

    Verdict judge(String dataset) {
        return datasets.contains(dataset)
                ? new Verdict.Granted()
                : Demand.notPermitted("The token does not permit the dataset " + dataset);
    }

    static Permitted by(JWTClaimsSet claims) {
        try {
            Map<String, Object> told = claims.getJSONObjectClaim("contact_center");
            return told != null
                            && told.get("datasets") instanceof List<?> datasets
                            && told.get("row_limit") instanceof Number rows
                    ? new Permitted(datasets, rows.intValue())
                    : NOTHING;
        } catch (ParseException e) {
            return NOTHING;
        }
    }
}
