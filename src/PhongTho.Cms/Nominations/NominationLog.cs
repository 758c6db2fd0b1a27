namespace PhongTho.Cms.Nominations;

/// <summary>How the log names nominations: by code and step, never by person.</summary>
internal static class NominationLog
{
    public static string SubjectOf(string code) => "nomination:" + code;
}
