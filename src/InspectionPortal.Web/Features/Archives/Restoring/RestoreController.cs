using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace InspectionPortal.Web.Features.Archives.Restoring;

/// <summary>The platform administrator's page that makes a partnership of an archive.</summary>
public sealed class RestoreController(IMediator mediator, StreamedForms forms, CurrentSession current) : PlatformController
{
    [HttpGet("/admin/partnerships/restore")]
    public IActionResult RestoreArchive() => current.MayRun<RestoreArchive>() ? View(new RestoreArchive()) : NotFound();

    [HttpPost("/admin/partnerships/restore")]
    [StreamedForm]
    public async Task<IActionResult> RestoreArchive(CancellationToken cancellationToken)
    {
        ReceivedArchive? received = null;
        try
        {
            var fields = await forms.ReadAsync<RestoreArchive>(
                HttpContext,
                async (field, _, content, token) => received = received is null && field == nameof(Restoring.RestoreArchive.File)
                    ? await ReceivedArchive.TakeAsync(content, token)
                    : received,
                cancellationToken);
            var command = new RestoreArchive();
            await TryUpdateModelAsync(
                command, string.Empty, new FormValueProvider(BindingSource.Form, fields, System.Globalization.CultureInfo.CurrentCulture));
            command.Received = received;
            var result = ModelState.IsValid ? await mediator.Send(command, cancellationToken) : new Invalid([]);
            return await this.FinishAsync(
                result, done => Redirect($"/admin/partnerships/{done.Id}"), () => Task.FromResult<IActionResult>(View(command)),
                Done(result.Value));
        }
        finally
        {
            if (received is not null)
            {
                await received.DisposeAsync();
            }
        }
    }

    private static string? Done(RestoredPartnership? done)
    {
        const string next = "Invite its first partnership lead: nobody is in it.";
        const int named = 5;
        return done switch
        {
            null => null,
            { Gaps.Count: 0 } => $"Partnership restored. {next}",
            _ => $"Partnership restored, but not {EnglishText.Count(done.Gaps.Count, "file")} of evidence: "
                + $"{string.Join(" ", done.Gaps.Take(named))} {next}",
        };
    }
}
