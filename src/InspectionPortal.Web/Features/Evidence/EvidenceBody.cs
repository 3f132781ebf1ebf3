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

    /// <summary>Files that arrived before the form.</summary>
    public List<Guid> UploadIds { get; set; } = [];

    /// <summary>True where the sender looked at what may be records of people, and says that it can be kept.</summary>
    public bool IsChecked { get; set; }

    /// <summary>Name of the files' field; what was sent is in <see cref="Files"/>.</summary>
    [BindNever]
    public string? File { get; set; }

    /// <summary>Files that came with the form; set by the controller, never bound.</summary>
    [BindNever]
    public IReadOnlyList<StoredFile> Files { get; set; } = [];

    /// <summary>Why the file was refused; set by the controller, never bound.</summary>
    [BindNever]
    public string? FileProblem { get; set; }

    /// <summary>A version of a file, or of the link or note that the form holds.</summary>
    internal EvidenceVersion ToVersion(EvidenceForm form, StoredFile? file) => new()
    {
        FileName = file?.FileName,
        ContentType = file?.ContentType,
        Size = file?.Size,
        StorageName = file?.StorageName,
        HasMacros = file?.HasMacros == true,
        Contents = file?.Contents,
        Url = form == EvidenceForm.Link ? Url : null,
        Note = form == EvidenceForm.Note ? Note : null,
        Scan = file is null ? ScanResult.NotNeeded : ScanResult.NotScanned,
        Sha256 = file?.Sha256 ?? EvidenceLabels.Sha256(form == EvidenceForm.Link ? Url! : Note!),
    };
}

/// <summary>The rules of a file, a link and a note.</summary>
internal static class EvidenceBodyRules
{
    public static void AddRulesFor<T>(this AbstractValidator<T> validator, Func<T, EvidenceForm?> form)
        where T : EvidenceBody
    {
        validator.RuleFor(c => c.File).Custom((_, context) =>
        {
            var body = context.InstanceToValidate;
            var isMissing = body.Files.Count + body.UploadIds.Count == 0;
            if (form(body) == EvidenceForm.File && (isMissing || body.FileProblem is not null))
            {
                context.AddFailure(nameof(EvidenceBody.File), body.FileProblem ?? $"Choose {EvidenceFileType.Accepted}, 25 MB or smaller");
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
