using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace PhongTho.Cms.Model;

/// <summary>Finds a field of any record of the model by names, as a form asks for a new row of a list.</summary>
public static class FormRecords
{
    private static readonly FrozenDictionary<string, Type> ByName = typeof(ContentBody).Assembly.GetTypes()
        .Where(static type => type.IsClass && type.Namespace == typeof(ContentBody).Namespace
            && type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Any(static property => property.IsDefined(typeof(FieldAttribute))))
        .ToFrozenDictionary(static type => JsonNamingPolicy.CamelCase.ConvertName(type.Name), StringComparer.Ordinal);

    /// <summary>Name of the record that declares the field.</summary>
    public static string NameOf(ShapeField field) => JsonNamingPolicy.CamelCase.ConvertName(field.Property.DeclaringType!.Name);

    public static ShapeField? Find(string record, string name) =>
        ByName.TryGetValue(record, out var type) ? Shape.Of(type).Fields.FirstOrDefault(field => field.Name == name) : null;
}
