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

    /// <summary>What an editor calls one value.</summary>
    public static string LabelOf<T>(T value)
        where T : struct, Enum => typeof(T).GetField(value.ToString())?.GetCustomAttribute<ChoiceAttribute>()?.Label ?? value.ToString();
}
