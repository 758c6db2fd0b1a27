using Microsoft.AspNetCore.Mvc.ViewEngines;
using PhongTho.Cms.Model;

namespace PhongTho.Portal.Manager.Fields;

/// <summary>A type whose form needs more than its record can say has a template of its own, named after the record; it draws the whole sheet.</summary>
public sealed class FieldTemplates(ICompositeViewEngine views)
{
    /// <summary>The template of the type, or null when its cards are drawn from the record.</summary>
    public string? Of(ContentType type)
    {
        var path = $"/Manager/Fields/Types/{type.Body.Name}.cshtml";
        return views.GetView(executingFilePath: null, path, isMainPage: false).Success ? path : null;
    }
}
