using System.Text.RegularExpressions;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Mail;
using MediatR;

namespace InspectionPortal.Web.Features.Email;

/// <summary>One e-mail that was written to a file, in Development alone.</summary>
[Requires(Permission.Anyone)]
public sealed record GetDevelopmentMail(string Name) : IQuery<DevelopmentMail>;

internal sealed partial class GetDevelopmentMailHandler(DevelopmentMailbox mailbox, IHostEnvironment environment)
    : IRequestHandler<GetDevelopmentMail, DevelopmentMail?>
{
    public async Task<DevelopmentMail?> Handle(GetDevelopmentMail query, CancellationToken cancellationToken)
    {
        if (!environment.IsDevelopment())
        {
            return null;
        }

        using var message = await mailbox.FindAsync(query.Name, cancellationToken);
        return message is null
            ? null
            : new DevelopmentMail(query.Name, message.Subject ?? string.Empty, message.To.ToString(), message.Date, message.TextBody ?? string.Empty, message.HtmlBody ?? string.Empty)
            {
                Pieces = Pieces(message.TextBody ?? string.Empty),
            };
    }

    private static List<DevelopmentMailPart> Pieces(string text)
    {
        var pieces = new List<DevelopmentMailPart>();
        var end = 0;
        foreach (Match match in Address().Matches(text))
        {
            pieces.Add(new DevelopmentMailPart(text[end..match.Index], IsAddress: false));
            pieces.Add(new DevelopmentMailPart(match.Value, IsAddress: true));
            end = match.Index + match.Length;
        }

        pieces.Add(new DevelopmentMailPart(text[end..], IsAddress: false));
        return pieces;
    }

    [GeneratedRegex("https?://[^\\s<>\"]+", RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
