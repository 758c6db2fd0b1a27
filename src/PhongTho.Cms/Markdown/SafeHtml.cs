namespace PhongTho.Cms.Markdown;

/// <summary>HTML that has been through the one sanitizer: the only string a theme prints without encoding.</summary>
public readonly record struct SafeHtml
{
    internal SafeHtml(string html) => Html = html;

    public string Html { get; }

    public override string ToString() => Html;
}
