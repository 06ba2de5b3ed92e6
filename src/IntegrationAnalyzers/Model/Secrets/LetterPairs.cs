namespace IntegrationAnalyzers.Model.Secrets;

/// <summary>
/// How surprising each letter is after the one before it, learned from the 46,000 distinct words and identifiers of .NET's own
/// documentation. Words and identifiers cost 3.5 bits a pair, 99 in 100 of them less than 4.6; random letters cost 6.8.
/// </summary>
internal static class LetterPairs
{
    /// <summary>Above this a text is hardly made of words.</summary>
    public const double WordLimit = 4.6;

    /// <summary>Fewer pairs than this say nothing.</summary>
    public const int Enough = 4;

    // One character a pair, row by first letter: fifths of a bit above '0'.
    private const string Cost =
        "ZICD]UHgKgY?EAaJf@D;KUYSP]BWORAWdTAEZ;WYESaJGK<aXdDk?ZLX=]dBKkGHTW:VcES>HWajQl?NKC8Q\\S?_^FOPGKXKFJMPTaRh" +
        "ESCCNKPUQgZGG?RHO<@BWMQEPf?YTWACb^9llFRU<YjDLGJ`ZdQlEQMV8UKECl\\JLCJSeDDGCZSa[_=WSW6_dbCldRMRBW_HPBO^_lVl" +
        "JICEHJH[]faFH;=KbKDB^KfVlJG][l5lllOlRl^WFYTU8RGlalllHPJQ5SRQ@lbPNGKRlOCJKYWk_lBMRG:TUV>k]BVUAN^TICEQZeGe" +
        "<FTT8X__Cf_FKQB@aUMPGT^f_lAUCABJ@THfSPPMFNcSA<KKZlWiOMHEYOObPhNFE8OEl>JHDIIYki>XOO<ZYNIl[CQX@Fb>J>IY]dZl" +
        "KS`FkllfRllGSRVTTDIZ2ZW\\ll@TJM:PM\\?lTRIN@QcJECNLWkFlEWER<R^H@ePPRUEGSQB<EORcIbBTKR;Q`@<i^QRTDLbBHELXVgFj" +
        "JGMPAOTgEll@C@XE\\?C=klfglj:NKV8U[\\<llXNVJHLOMNXl]_l^@PIN?VaB<l^OUCCS_=EPUVSdllLS:TDWc\\IlkY@RN@`TK9TRZXRg" +
        "FLGLFNQQGdWKI?J9\\IABVRNe__;_TW4[l`EldVYVBWbYXX_llSWU";

    /// <summary>The mean cost in bits of the pairs of adjacent letters, and how many there are.</summary>
    public static (double Bits, int Pairs) Score(string text)
    {
        var sum = 0;
        var pairs = 0;
        for (var i = 1; i < text.Length; i++)
        {
            var first = (text[i - 1] | 0x20) - 'a';
            var second = (text[i] | 0x20) - 'a';
            if ((uint)first >= 26 || (uint)second >= 26)
                continue;
            sum += Cost[(first * 26) + second] - '0';
            pairs++;
        }

        return pairs == 0 ? (0, 0) : (sum / 5.0 / pairs, pairs);
    }
}
