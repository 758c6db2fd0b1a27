using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace PhongTho.Portal.Api;

/// <summary>Refusals of the API as problem details (RFC 9457), said in Vietnamese.</summary>
internal static class ApiProblems
{
    public static ProblemHttpResult Missing() => TypedResults.Problem(title: "Không có mục này, hoặc mục chưa được đăng.", statusCode: StatusCodes.Status404NotFound);

    public static ProblemHttpResult BadParameter(string name, string detail) => TypedResults.Problem(new ProblemDetails
    {
        Title = "Tham số chưa đúng.",
        Detail = detail,
        Status = StatusCodes.Status400BadRequest,
        Extensions = { ["parameter"] = name },
    });
}
