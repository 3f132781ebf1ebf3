using FsCheck;
using FsCheck.Fluent;
using InspectionPortal.Domain.Measures.Figures;

namespace InspectionPortal.Web.Tests.Features.Measures.Figures;

/// <summary>What a spreadsheet puts on the clipboard, and what comes back.</summary>
public sealed class PastedRowsTests
{
    [Fact]
    public void Split_WhatWasJoined_ComesBack()
    {
        var letters = Gen.Elements("a", "7", " ", "\"", "\"\"", "\t", "\n", "\r\n", "\r", ",", "5\" pipe", "é");
        var cell = letters.ListOf().Select(string.Concat);
        var rows = cell.NonEmptyListOf().NonEmptyListOf();

        Prop.ForAll(rows.ToArbitrary(), table => Same(table, PastedRows.Split(PastedRows.Join(table)))).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Split_AnyText_NeverThrowsAndKeepsEveryLetterButMarks() => Prop.ForAll<string?>(text =>
        PastedRows.Split(text).All(r => r.Count > 0)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("a\tb\r\nc\td\r\n", "a|b;c|d")]
    [InlineData("a\tb", "a|b")]
    [InlineData("\"two\nlines\"\tb", "two\nlines|b")]
    [InlineData("\"said \"\"no\"\"\"\tb", "said \"no\"|b")]
    [InlineData("5\" pipe\tb", "5\" pipe|b")]
    [InlineData("\"open\tb", "\"open|b")]
    [InlineData("a\t\t\nb", "a||;b")]
    [InlineData("\n\na", ";;a")]
    [InlineData("", "")]
    public void Split_AsSpreadsheetsWriteIt_IsCells(string text, string cells) =>
        Assert.Equal(cells, string.Join(';', PastedRows.Split(text).Select(r => string.Join('|', r))));

    private static bool Same(IEnumerable<IEnumerable<string>> one, IReadOnlyList<IReadOnlyList<string>> other) =>
        one.Select(r => r.ToList()).ToList() is var rows && rows.Count == other.Count && rows.Zip(other).All(p => p.First.SequenceEqual(p.Second, StringComparer.Ordinal));
}
