using InspectionPortal.PlanDocuments.Plans;
using InspectionPortal.PlanDocuments.Reading;
using InspectionPortal.Web.Identity;
using MediatR;

namespace InspectionPortal.Web.Features.Imports;

/// <summary>Reads a file that was sent when it is its turn: before anything is saved, and while no transaction is open.</summary>
public sealed class SentPlanFiles(IMediator mediator, ReadingQueue queue, CurrentSession current)
{
    /// <summary>Puts what is read, or why nothing can be, into the command.</summary>
    public async Task ReadAsync(UploadPlanFile command, CancellationToken cancellationToken)
    {
        if (command.Received is not { IsTooLarge: false } file || await mediator.Send(new GetReadingHints(command.Id, file.Data.Length, command.Into == UploadPlanFile.NewPlan), cancellationToken) is not { } start)
        {
            return;
        }

        command.Problem = start.Refusal;
        if (command.Problem is not null)
        {
            return;
        }

        try
        {
            (command.Reading, command.Problem, command.Pieces) = await queue.RunAsync(
                current.RequiredTenant.Partnership.Id,
                budget =>
                {
                    var (reading, result) = StoredReading.Read(file.Data, file.FileName, start.Hints, budget);
                    return (reading, result.Issues.FirstOrDefault(i => i.Severity == ImportSeverity.Error)?.Message, result.Pieces);
                },
                cancellationToken);
        }
        catch (ImportException unreadable)
        {
            command.Problem = unreadable.Message;
        }
    }
}
