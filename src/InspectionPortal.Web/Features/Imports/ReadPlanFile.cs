using System.Security.Cryptography;
using FluentValidation;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Evidence;
using InspectionPortal.Web.Features.Plans;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Imports;

/// <summary>Takes a file to be looked at before it becomes the plan. The plan is not touched.</summary>
[Requires(Permission.EditPlan)]
public sealed class ReadPlanFile : ICommand<Saved>
{
    /// <summary>In place of a plan's id: it is to become a new one.</summary>
    public const string NewPlan = "new";

    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>The id of the plan it goes into, or <see cref="NewPlan"/>.</summary>
    public string? Into { get; set; }

    public string? NewTitle { get; set; }

    /// <summary>Name of the file's field; what was sent is in <see cref="Received"/>.</summary>
    [BindNever]
    public string? File { get; set; }

    [BindNever]
    public ReceivedPlanFile? Received { get; set; }
}

/// <summary>A file that was sent, in memory: 10 MB at most.</summary>
/// <param name="FileName">Its name, made safe.</param>
/// <param name="Data">Its bytes.</param>
/// <param name="IsTooLarge">True where it was larger and the rest was not taken.</param>
public sealed record ReceivedPlanFile(string FileName, byte[] Data, bool IsTooLarge)
{
    /// <summary>Takes what is sent as far as it may be taken.</summary>
    public static async Task<ReceivedPlanFile> TakeAsync(string givenName, Stream content, CancellationToken cancellationToken)
    {
        using var taken = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await StreamedForms.ReadPieceAsync(content, buffer, cancellationToken)) > 0;)
        {
            if (taken.Length + read > PlanImport.MaxBytes)
            {
                return new ReceivedPlanFile(EvidenceFileName.Safe(givenName), [], IsTooLarge: true);
            }

            await taken.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return new ReceivedPlanFile(EvidenceFileName.Safe(givenName), taken.ToArray(), IsTooLarge: false);
    }
}

internal sealed class ReadPlanFileValidator : AbstractValidator<ReadPlanFile>
{
    public ReadPlanFileValidator()
    {
        RuleFor(c => c.Received).NotNull().OverridePropertyName(nameof(ReadPlanFile.File)).WithMessage("Choose the file that holds the plan");
        RuleFor(c => c.Received).Must(r => r is null || !r.IsTooLarge).OverridePropertyName(nameof(ReadPlanFile.File))
            .WithMessage("The file must be 10 MB or smaller. Take pictures out of it, or split it");
        RuleFor(c => c.NewTitle).MaximumLength(Plan.TitleMaxLength).WithMessage($"The title must be {Plan.TitleMaxLength} characters or fewer");
        RuleFor(c => c.Into).NotEmpty().WithMessage("Choose which plan the file goes into");
    }
}

internal sealed class ReadPlanFileHandler(PortalDbContext database, CurrentSession current, TimeProvider time) : IRequestHandler<ReadPlanFile, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(ReadPlanFile command, CancellationToken cancellationToken)
    {
        var saved = new Saved($"~/plan/import/{command.Id}", "The file is read. Nothing is in the plan yet.");
        if (await database.PlanImports.AnyAsync(i => i.Id == command.Id, cancellationToken))
        {
            return saved;
        }

        var planId = Guid.TryParse(command.Into, out var id) ? id : (Guid?)null;
        if (planId is null ? command.Into != ReadPlanFile.NewPlan : !await database.Plans.AnyAsync(p => p.Id == planId, cancellationToken))
        {
            return Failure.Field(nameof(command.Into), "Choose one of the plans shown");
        }

        var file = command.Received!;
        var (problem, pieces) = Look(file);
        if (problem is not null)
        {
            return Failure.Field(nameof(command.File), problem);
        }

        database.Add(new PlanImport
        {
            Id = command.Id,
            FileName = file.FileName,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(file.Data)),
            Size = file.Data.Length,
            Data = file.Data,
            Pieces = pieces,
            PlanId = planId,
            NewPlanTitle = planId is null ? command.NewTitle ?? Title(file.FileName) : null,
            ByUserId = current.RequiredPerson.UserId,
            At = time.GetUtcNow(),
        });
        await database.SaveChangesAsync(cancellationToken);
        return saved;
    }

    private static string Title(string fileName) =>
        Path.GetFileNameWithoutExtension(fileName) is { Length: > 0 } name ? name : "Plan";

    /// <summary>Why the file cannot be brought in, null where it can; and how much it holds.</summary>
    private static (string? Problem, int Pieces) Look(ReceivedPlanFile file)
    {
        try
        {
            using var stream = new MemoryStream(file.Data, writable: false);
            var read = PlanReader.Read(stream, file.FileName, ImportHints.None);
            return (read.Issues.FirstOrDefault(i => i.Severity == ImportSeverity.Error)?.Message, read.Plan.Pieces);
        }
        catch (ImportException unreadable)
        {
            return (unreadable.Message, 0);
        }
    }
}
