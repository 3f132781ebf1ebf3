using System.Globalization;
using System.Text.RegularExpressions;
using InspectionPortal.Domain.Text;

namespace InspectionPortal.Domain.Evidence;

/// <summary>
/// Signs in a text that it may hold records of people: CHI numbers and NHS numbers whose check digit is right, and dates of birth beside
/// something that looks like a name. It counts, and repeats nothing of what it found.
/// </summary>
public static partial class Telltales
{
    private const int NumberLength = 10;
    private const int Modulus = 11;
    private const int MonthsInYear = 12;
    private const string Word = @"\p{Lu}[\p{Ll}'’-]+";
    private const string Name = $"{Word} {Word}";
    private const string Born = @"(?i:dob|d\.o\.b|born|date of birth)\b";
    private const string Day = @"\d{1,2}[./ -](?:\d{1,2}|\p{L}{3,9})[./ -]\d{2,4}";

    /// <summary>Two words and a whole date, as in a table.</summary>
    private const string NameAndDay = $@"\b{Word}[ ,;\t]+{Word}[,;\t ]+\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:19|20)\d{{2}}\b";

    /// <summary>What was found, in words for who sent the file; null where nothing was.</summary>
    public static string? Find(string text)
    {
        var numbers = Numbers().Matches(text).Where(m => !IsFraction(text, m.Index))
            .Select(m => string.Concat(m.Value.Where(char.IsAsciiDigit)))
            .Where(n => n.Length == NumberLength && HasCheckDigit(n)).Distinct(StringComparer.Ordinal).ToList();
        var chi = numbers.Count(IsChi);
        var nhs = numbers.Count - chi;
        var births = Births().Count(text);
        string[] found =
        [
            .. Counted(chi, "number that looks like a CHI number", "numbers that look like CHI numbers"),
            .. Counted(nhs, "number that looks like an NHS number", "numbers that look like NHS numbers"),
            .. Counted(births, "date of birth beside a name", "dates of birth beside names"),
        ];
        return found.Length == 0 ? null : EnglishText.List(found);
    }

    /// <summary>The digits of 46.1234567890 are no number of anybody.</summary>
    private static bool IsFraction(string text, int at) => at > 1 && text[at - 1] is '.' or ',' && char.IsAsciiDigit(text[at - 2]);

    private static IEnumerable<string> Counted(int count, string one, string many) =>
        count == 0 ? [] : [count == 1 ? $"1 {one}" : $"{count.ToString(CultureInfo.InvariantCulture)} {many}"];

    /// <summary>Modulus 11 over ten digits, as both numbers have it.</summary>
    private static bool HasCheckDigit(string number)
    {
        var sum = 0;
        for (var i = 0; i < NumberLength - 1; i++)
        {
            sum += (number[i] - '0') * (NumberLength - i);
        }

        var check = (Modulus - (sum % Modulus)) % Modulus;
        return check < NumberLength && check == number[^1] - '0' && number.Distinct().Count() > 1;
    }

    /// <summary>A CHI number begins with the day of birth.</summary>
    private static bool IsChi(string number)
    {
        var day = int.Parse(number.AsSpan(0, 2), CultureInfo.InvariantCulture);
        var month = int.Parse(number.AsSpan(2, 2), CultureInfo.InvariantCulture);
        return day is >= 1 and <= 31 && month is >= 1 and <= MonthsInYear;
    }

    [GeneratedRegex(@"\b\d{3}[ -]?\d{3}[ -]?\d{4}\b|\b\d{6}[ -]\d{4}\b", RegexOptions.NonBacktracking)]
    private static partial Regex Numbers();

    /// <summary>
    /// A name of two words and a day of birth, in either order and not far apart: "Ann Smith, born 3/4/2012", "DOB 03.04.2012 Ann Smith".
    /// </summary>
    [GeneratedRegex(
        @$"\b{Name}[^\n]{{0,30}}?\b{Born}[^\n\d]{{0,15}}{Day}|\b{Born}[^\n\d]{{0,15}}{Day}[^\n]{{0,30}}?\b{Name}|{NameAndDay}",
        RegexOptions.NonBacktracking)]
    private static partial Regex Births();
}
