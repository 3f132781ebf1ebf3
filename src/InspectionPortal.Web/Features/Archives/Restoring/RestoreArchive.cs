using FluentValidation;
using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Archives.Restoring;

/// <summary>Makes a new partnership of an archive.</summary>
[Requires(Permission.AdministerPlatform)]
[ConfirmIdentity]
public sealed class RestoreArchive : ICommand<RestoredPartnership>
{
    public string? Slug { get; set; }

    /// <summary>The name of the partnership; empty for the one in the archive.</summary>
    public string? Name { get; set; }

    /// <summary>The SHA-256 that the archive had when it was made; empty where it is not known.</summary>
    public string? Sha256 { get; set; }

    /// <summary>Name of the file's field; what was sent is in <see cref="Received"/>.</summary>
    [BindNever]
    public string? File { get; set; }

    /// <summary>The archive, on disk.</summary>
    [BindNever]
    public ReceivedArchive? Received { get; set; }
}

internal sealed class RestoreArchiveValidator : AbstractValidator<RestoreArchive>
{
    private const int HashLength = 64;

    public RestoreArchiveValidator()
    {
        RuleFor(c => c.Received).NotNull().OverridePropertyName(nameof(RestoreArchive.File)).WithMessage("Choose the archive");
        RuleFor(c => c.Received).Must(r => r is null || !r.IsTooLarge).OverridePropertyName(nameof(RestoreArchive.File))
            .WithMessage(
                $"The archive must be {ReceivedArchive.MostMegabytes} MB or smaller. Restore a larger one with “archive restore”");
        RuleFor(c => c.Slug).IsAPartnershipsSlug();
        RuleFor(c => c.Name).MaxLength(Partnership.NameMaxLength);
        RuleFor(c => c.Sha256).Must(h => h is null || (h.Trim().Length == HashLength && h.Trim().All(char.IsAsciiHexDigit)))
            .WithMessage("Enter the SHA-256 as 64 letters and digits, or leave it empty");
    }
}

internal sealed class RestoreArchiveHandler(PortalDbContext database, ArchiveRestorer restorer, TimeProvider time)
    : IRequestHandler<RestoreArchive, Result<RestoredPartnership>>
{
    public async Task<Result<RestoredPartnership>> Handle(RestoreArchive command, CancellationToken cancellationToken)
    {
        if (await database.Partnerships.AnyAsync(p => p.Slug == command.Slug, cancellationToken))
        {
            return Failure.Field(nameof(command.Slug), "Another partnership has this address. Enter a different one");
        }

        try
        {
            var target = new RestoreTarget(command.Slug!, command.Name, command.Sha256);
            return await restorer.RestoreAsync(command.Received!.Content, target, time.GetUtcNow(), cancellationToken);
        }
        catch (ArchiveException wrong)
        {
            return Failure.Field(nameof(command.File), wrong.Message);
        }
    }
}
