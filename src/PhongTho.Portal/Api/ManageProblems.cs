using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Changes;

namespace PhongTho.Portal.Api;

/// <summary>Refusals of the core as problem details: the sentence an editor reads, and the code a program reads.</summary>
internal static class ManageProblems
{
    public static ProblemHttpResult Of(Refusal reason)
    {
        var problem = new ProblemDetails { Title = reason.Message, Status = StatusOf(reason.Code), Extensions = { ["code"] = reason.Code } };
        if (reason.Problems.Count > 0)
        {
            problem.Extensions["problems"] = reason.Problems;
        }

        if (reason.Newer is { } newer)
        {
            problem.Extensions["newer"] = newer;
        }

        return TypedResults.Problem(problem);
    }

    public static ProblemHttpResult NotUnderstood(string detail) => TypedResults.Problem(title: "Yêu cầu không hợp lệ.", detail: detail, statusCode: StatusCodes.Status400BadRequest);

    private static int StatusOf(string code) => code switch
    {
        "stale" => StatusCodes.Status409Conflict,
        "right" or "notYours" => StatusCodes.Status403Forbidden,
        "missing" => StatusCodes.Status404NotFound,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}
