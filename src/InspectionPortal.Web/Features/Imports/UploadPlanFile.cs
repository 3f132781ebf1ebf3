using System.Security.Cryptography;
using FluentValidation;
using InspectionPortal.Domain.Imports;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Plans;
using InspectionPortal.PlanDocuments.Plans;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Imports;

/// <summary>Takes a file to be looked at before it becomes the plan. The plan is not touched.</summary>
[Requires(Permission.EditPlan)]
public sealed class UploadPlanFile : ICommand<Saved>
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

    /// <summary>What was read in the file; null where it could not be read.</summary>
    [BindNever]
    public StoredReading? Reading { get; set; }

    /// <summary>Why the file cannot be brought in; null where it can.</summary>
    [BindNever]
    public string? Problem { get; set; }

    /// <summary>How much the file holds.</summary>
    [BindNever]
    public int Pieces { get; set; }
}

internal sealed class UploadPlanFileValidator : AbstractValidator<UploadPlanFile>
{
    public UploadPlanFileValidator()
    {
        RuleFor(c => c.Received).NotNull().OverridePropertyName(nameof(UploadPlanFile.File)).WithMessage("Choose the file with the plan");
        RuleFor(c => c.Received).Must(r => r is null || !r.IsTooLarge).OverridePropertyName(nameof(UploadPlanFile.File))
            .WithMessage("The file must be 10 MB or smaller. Remove pictures or split it");
        RuleFor(c => c.NewTitle).MaxLength(Plan.TitleMaxLength);
        RuleFor(c => c.Into).NotEmpty().WithMessage("Choose which plan to import into");
    }
}

internal sealed class UploadPlanFileHandler(PortalDbContext database, CurrentSession current, TimeProvider time) : IRequestHandler<UploadPlanFile, Result<Saved>>
{
    public async Task<Result<Saved>> Handle(UploadPlanFile command, CancellationToken cancellationToken)
    {
        var saved = new Saved($"~/plans/import/{command.Id}", "File uploaded. Nothing is imported yet.");
        if (await database.WasAddedAsync<PlanImport>(command.Id, cancellationToken))
        {
            return saved;
        }

        var planId = Guid.TryParse(command.Into, out var id) ? id : (Guid?)null;
        if (planId is null ? command.Into != UploadPlanFile.NewPlan : !await database.Plans.AnyAsync(p => p.Id == planId, cancellationToken))
        {
            return Failure.Field(nameof(command.Into), "Choose from the list");
        }

        var file = command.Received!;
        if (command.Problem is not null || command.Reading is not { } reading)
        {
            return Failure.Field(nameof(command.File), command.Problem ?? "The file could not be read. Choose it again.");
        }

        database.Add(new PlanImport
        {
            Id = command.Id,
            FileName = file.FileName,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(file.Data)),
            Size = file.Data.Length,
            Data = file.Data,
            Reading = reading.Bytes,
            ReadingKey = reading.Key,
            Pieces = command.Pieces,
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
}
