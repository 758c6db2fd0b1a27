using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Media;

namespace PhongTho.Portal.Manager.Media;

/// <summary>
/// A screen that files are sent to. It reads its form itself, as it arrives; so its posting handlers take no parameters, and the token is
/// looked at here instead of before.
/// </summary>
[IgnoreAntiforgeryToken]
public abstract class UploadPage : ManagerPage
{
    private static readonly Refusal Stale = new("token", "Trang này mở đã lâu hoặc bạn vừa đăng nhập lại. Hãy tải lại trang rồi gửi lại tệp.");

    private static readonly Refusal Torn = new("torn", "Đường truyền bị ngắt giữa chừng nên tệp chưa lên đủ. Hãy thử lại.");

    /// <summary>Hands each file of the form over in turn; the reason when the form itself is refused.</summary>
    /// <param name="take">Reads the file; false to leave the rest unread.</param>
    protected async Task<Refusal?> ReceiveAsync(Func<UploadForm, ArrivingFile, Task<bool>> take)
    {
        var (form, reason) = UploadForm.Open(HttpContext);
        if (form is null)
        {
            return reason;
        }

        try
        {
            var isOurs = false;
            while (await form.NextAsync(HttpContext.RequestAborted) is { } file)
            {
                if (!isOurs && !(isOurs = await form.IsOursAsync()))
                {
                    return Stale;
                }

                if (!await take(form, file))
                {
                    break;
                }
            }

            return null;
        }
        catch (BadHttpRequestException broken)
        {
            return broken.StatusCode == StatusCodes.Status413PayloadTooLarge ? HttpContext.RequestServices.GetRequiredService<MediaLimits>().TooBig() : Torn;
        }
        catch (IOException)
        {
            return Torn;
        }
    }

    /// <summary>The status that goes with a reason.</summary>
    protected static int StatusOf(Refusal reason) => reason.Code switch
    {
        "mediaSize" => StatusCodes.Status413PayloadTooLarge,
        "right" => StatusCodes.Status403Forbidden,
        "token" or "form" or "torn" => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}
