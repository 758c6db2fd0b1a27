using PhongTho.Cms.Model;

namespace PhongTho.Cms.Subjects;

/// <summary>What the log calls a dossier: its id, never its name (rule R11).</summary>
internal static class SubjectLog
{
    public const string Prefix = "subject:";

    public static string SubjectOf(SubjectId id) => Prefix + id;
}
