using FluentValidation;
using InspectionPortal.Domain.Evidence;
using InspectionPortal.Web.Data.EvidenceFiles;
using InspectionPortal.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>What a version holds: a file, a link or a note. Base of the commands that add one.</summary>
public abstract class EvidenceBody
{
    public const int NoteMaxLength = 20_000;

    public string? Url { get; set; }

    public string? Note { get; set; }

    /// <summary>What was received of the file; set by the controller, never bound.</summary>
    [BindNever]
    public StoredFile? File { get; set; }

    /// <summary>Why the file was refused; set by the controller, never bound.</summary>
    [BindNever]
    public string? FileProblem { get; set; }

    internal EvidenceVersion ToVersion(EvidenceForm form, Guid id, Guid itemId, int number, Guid by, DateTimeOffset at) => new()
    {
        Id = id,
        ItemId = itemId,
        Number = number,
        AddedByUserId = by,
        AddedAt = at,
        FileName = form == EvidenceForm.File ? File!.FileName : null,
        ContentType = form == EvidenceForm.File ? File!.ContentType : null,
        Size = form == EvidenceForm.File ? File!.Size : null,
        StorageName = form == EvidenceForm.File ? File!.StorageName : null,
        Url = form == EvidenceForm.Link ? Url : null,
        Note = form == EvidenceForm.Note ? Note : null,
        Scan = form == EvidenceForm.File ? ScanResult.NotScanned : ScanResult.NotNeeded,
        Sha256 = form switch
        {
            EvidenceForm.File => File!.Sha256,
            EvidenceForm.Link => EvidenceLabels.Sha256(Url!),
            _ => EvidenceLabels.Sha256(Note!),
        },
    };
}

/// <summary>The rules of a file, a link and a note.</summary>
internal static class EvidenceBodyRules
{
    public static void AddRulesFor<T>(this AbstractValidator<T> validator, Func<T, EvidenceForm?> form)
        where T : EvidenceBody
    {
        validator.RuleFor(c => c.File).Custom((file, context) =>
        {
            if (form(context.InstanceToValidate) == EvidenceForm.File && file is null)
            {
                context.AddFailure(nameof(EvidenceBody.File), context.InstanceToValidate.FileProblem ?? $"Choose {EvidenceFileType.Accepted}, 25 MB or smaller");
            }
        });
        validator.RuleFor(c => c.Url).Must(IsWebAddress).When(c => form(c) == EvidenceForm.Link)
            .WithMessage("Enter a full web address, like https://www.example.org/report")
            .MaxLength(EvidenceItem.UrlMaxLength);
        validator.RuleFor(c => c.Note).NotEmpty().When(c => form(c) == EvidenceForm.Note).WithMessage("Enter a note of what was seen, heard or counted")
            .MaxLength(EvidenceBody.NoteMaxLength);
    }

    private static bool IsWebAddress(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && address.Host.Length > 0 && address.UserInfo.Length == 0 && !text.Any(char.IsWhiteSpace);
}
