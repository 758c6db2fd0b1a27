using System.Reflection;

namespace PhongTho.Cms.Model;

/// <summary>The values of an enumeration as a form offers them.</summary>
public static class Choices
{
    /// <summary>Value as the field holds it, and what an editor calls it, in the order of the source.</summary>
    public static IReadOnlyList<(string Value, string Label)> Of(Type type) =>
    [
        .. type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(static choice => (FormWriter.Print(choice.GetValue(null)), choice.GetCustomAttribute<ChoiceAttribute>()?.Label ?? choice.Name)),
    ];
}
