namespace PhongTho.Cms.Intake;

/// <summary>Closes and opens what only the desk may read.</summary>
/// <remarks>A seam: the core knows no web, and the web host has the keys.</remarks>
public interface IContactSeal
{
    string Seal(string text);

    /// <summary>Null when the key is gone.</summary>
    string? Open(string sealedText);
}
