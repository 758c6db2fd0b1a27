namespace PhongTho.Cms.Replications;

/// <summary>How the log names replications: by code and step, never by person.</summary>
internal static class ReplicationLog
{
    public static string SubjectOf(string code) => "replication:" + code;
}
